import Reports

/// Where everything stands on a terminal's screen: a page above, what changes below it, the keys last.
struct ScreenLayout {
  /// Columns and rows of the screen.
  var columns: Int
  var rows: Int
  var isColoured: Bool

  /// Rows from which the time is drawn large.
  private static let rowsForBigTime = 22
  /// Rows from which the bar has a ruler: below, the question needs the room more.
  private static let rowsForRuler = 14
  /// Rows that a sentence about what just happened may take: an error and what to do next.
  private static let rowsForNotice = 3

  /// The look of the text: one column stays free of the cursor.
  var style: Style {
    // A report is never narrower than 60 columns, a screen may be.
    var style = Style(width: columns, isColoured: isColoured)
    style.width = max(20, min(style.width, columns - 1))
    return style
  }

  /// Rows for the text of a page that is only read: two stand above it, below it an empty one and the `keys`.
  func rowsToRead(above keys: String) -> Int { max(1, rows - 3 - style.wrapped(keys).count) }

  /// The lines of a screen on which the candidate speaks (`status`) or only reads (without), `rows` at most.
  ///
  /// `heading` names the session, `notice` is one sentence about what just happened.
  func lines(heading: String, page: Page, status: LiveStatus?, notice: String?, keys: String) -> [String] {
    let head = [styled(spread(heading, page.place), .quiet), ""]
    let live = status.map { self.live($0, style: style) } ?? []
    let told = notice.map { style.wrapped($0, breakingWords: true).prefix(Self.rowsForNotice) } ?? [""]
    let keyRows = keys.isEmpty ? [keys] : style.wrapped(keys)
    let foot = told.map { styled($0, .warning) } + keyRows.map { styled($0, .quiet) }
    let room = rows - head.count - live.count - foot.count
    var text = room > 0 ? page.whole.lines(style, limit: room, isOnScreen: true) : []
    text += [String](repeating: "", count: max(0, room - text.count))
    let all = head + text + live + foot
    // On the smallest screens what changes goes before what can be remembered.
    return Array((all.count > rows ? live + foot : all).prefix(rows)).map { $0.cut(to: columns - 1) }
  }

  private func live(_ status: LiveStatus, style: Style) -> [String] {
    let (_, role) = status.cue
    var lines: [String] = []
    if rows >= Self.rowsForBigTime {
      let time = BigTime.rows(of: status.time).map { "  " + styled($0, role) }
      lines += time + [""]
    }
    if let target = status.target {
      let bar = LiveBar(elapsed: status.elapsed, target: target, cells: max(12, min(66, columns - 4)))
      lines += [styled(bar.bar, role)] + (rows >= Self.rowsForRuler ? [bar.ruler] : [])
    }
    lines += status.lines(style)
    let meter = LevelMeter(status.level, width: style.width)
    return lines + [meter.isTooLoud ? styled(meter.line, .bad) : meter.line]
  }

  /// `left` and `right` at the two ends of a line; where it is narrow, parts of the left go, its first the last.
  private func spread(_ left: String, _ right: String) -> String {
    let room = max(0, columns - 3 - right.count)
    var parts = left.split(separator: " · ")
    while parts.count > 1, parts.joined(separator: " · ").count > room {
      parts.remove(at: parts.count > 2 ? 1 : parts.count - 1)
    }
    var left = parts.joined(separator: " · ")
    if left.count > room { left = String(left.prefix(max(0, room - 1))) + "…" }
    return left + String(repeating: " ", count: max(2, columns - 1 - left.count - right.count)) + right
  }

  private func styled(_ text: String, _ role: Style.Role) -> String {
    Style(width: columns, isColoured: isColoured).styled(text, as: role)
  }
}

extension String {
  /// The text cut to `width` columns; sequences that set a look have none.
  func cut(to width: Int) -> String {
    var result = ""
    var columns = 0
    var isInSequence = false
    for character in self {
      if character == "\u{1B}" { isInSequence = true }
      if isInSequence {
        result.append(character)
        if character.isLetter { isInSequence = false }
      } else if columns < width {
        result.append(character)
        columns += 1
      }
    }
    return result
  }
}
