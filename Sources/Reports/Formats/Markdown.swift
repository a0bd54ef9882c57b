import Interview
import Scenarios
import SpeechTiming

extension Report {
  /// The report as Markdown (CommonMark with tables), in the order of the text: result, probes, changes, details.
  package func markdown() -> String {
    var lines = ["# \(safe(scenario.title))", ""]
    let about = [safe(scenario.principle), level.title, date.map(safe)].compactMap(\.self).joined(separator: " · ")
    lines += [about, "", "> \(safe(scenario.question))", ""]
    lines += ["Whole answer: **\(clock(whole.answerTime))** of \(window): \(wholeVerdict.words)", ""]
    if let scalingNote { lines += [safe(scalingNote), ""] }
    lines += ["| Step | Answer | Target | Verdict |", "|---|---:|---:|---|"]
    lines += steps.map { row in
      let answer = row.take.map { clock($0.timing.answerTime) } ?? "–"
      return "| \(row.step.title) | \(answer) | \(clock(row.target.seconds)) | \(row.verdict.words) |"
    }
    if !probes.isEmpty { lines += ["", "## \(probesTitle)", ""] }
    for (index, row) in probes.enumerated() {
      lines.append("\(index + 1). **\(safe(row.probe.question))**")
      lines += row.reasons.map { "   - \(safe($0))" }
      if let take = row.take, let verdict = row.verdict {
        lines.append(
          "   - Your answer: \(clock(take.timing.answerTime)) of \(clock(row.target.seconds)), \(verdict.words)")
      }
      if let deeper = row.followUp { lines.append("   - Then: \(safe(deeper.question)) \(safe(deeper.reason))") }
      lines.append("   - To remember: \(safe(row.probe.keyLine))")
    }
    if let nothingToChange { lines += ["", safe(nothingToChange)] }
    if !advice.isEmpty { lines += ["", "## \(adviceTitle)", ""] }
    for (index, item) in advice.enumerated() {
      let place = whereToListen(item).map { " \(safe($0))." } ?? ""
      lines.append("\(index + 1). **\(safe(item.evidence)).**\(place)")
      if let quote = item.quote { lines.append("   - You said: “\(safe(quote))”") }
      lines += ["   - \(safe(item.coaching))", "   - Drill: \(safe(item.drill))"]
    }
    return (lines + wordLines + detailLines).joined(separator: "\n") + "\n"
  }

  /// What the accepted transcripts show, step by step; nothing where there is none.
  private var wordLines: [String] {
    guard !wordRows.isEmpty else { return [] }
    let rows = wordRows.map { (name: $0.name.trimmed, $0) }
    var lines = ["", "## \(wordsTitle)", ""] + table(rows, Column<WordRow>.words)
    let remarks = rows.flatMap { name, row in row.remarks.map { "- \(name): \(safe($0.words))" } }
    if !remarks.isEmpty { lines += [""] + remarks }
    return lines + (wordSources + [wordNote]).flatMap { ["", safe($0)] }
  }

  /// What was measured in each take, with the thresholds.
  private var detailLines: [String] {
    let rows = Timeline(of: self).parts.map { (name: $0.name, $0.take) }
    guard !rows.isEmpty else { return [] }
    let file = Column<Take>(title: "file", width: 0, priority: 0) { safe($0.file) }
    var lines = ["", "## Details", ""] + table(rows, [file] + Column<Take>.timing)
    let remarks = rows.flatMap { name, take in take.remarksAndDoubts.map { "- \(name): \(safe($0))" } }
    if !remarks.isEmpty { lines += [""] + remarks }
    let spoken = rows.filter { $0.1.hasDelivery }
    if !spoken.isEmpty { lines += [""] + table(spoken, Column<Take>.delivery) }
    return lines + ["", safe(detailsNote)]
  }
}

/// A table of `columns`, a line a row; `–` where a figure is not known.
private func table<Row>(_ rows: [(name: String, Row)], _ columns: [Column<Row>]) -> [String] {
  func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
  return [line(["Take"] + columns.map(\.title)), "|---|" + columns.map { _ in "---:|" }.joined()]
    + rows.map { name, row in line([name] + columns.map { ($0.figure(row) ?? "–").trimmed }) }
}

extension String {
  /// Without the spaces that align it on a terminal.
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

/// A text on one line in which no sign of Markdown or HTML means anything, nor one that steers a terminal; `–` for none.
private func safe(_ text: String) -> String {
  let signs: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$"]
  let line = text.split(whereSeparator: \.isWhitespace).map(\.printable).filter { !$0.isEmpty }.joined(separator: " ")
  guard !line.isEmpty else { return "–" }
  let escaped = line.reduce(into: "") { safe, sign in
    if signs.contains(sign) { safe.append("\\") }
    safe.append(sign)
  }
  return withoutListSign(escaped)
}

/// `line` with a backslash in what would begin an item of a list or underline a heading.
private func withoutListSign(_ line: String) -> String {
  if let first = line.first, "-+=".contains(first) { return "\\" + line }
  let digits = line.prefix { $0.isASCII && $0.isNumber }
  let rest = line[digits.endIndex...]
  return !digits.isEmpty && (rest.hasPrefix(".") || rest.hasPrefix(")")) ? digits + "\\" + rest : line
}
