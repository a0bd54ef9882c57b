import Interview
import Scenarios
import SpeechTiming

extension Report {
  /// The report as text for a terminal or a pipe; the last line ends in a newline.
  package func text(style: Style) -> String {
    var lines: [String] = []
    lines += heading(style)
    lines += stepTable(style)
    lines += probeList(style)
    lines += adviceList(style)
    lines += wordDetails(style)
    lines += details(style)
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ style: Style) -> [String] {
    let title = [scenario.title, scenario.principle, level.title, date].compactMap(\.self).joined(separator: " · ")
    var lines = style.wrapped(title).map { style.styled($0, as: .heading) }
    lines += style.wrapped("“\(scenario.question)”")
    let total = style.styled(clock(whole.answerTime), as: .heading)
    let verdict = style.styled(wholeVerdict.words, as: wholeVerdict.role)
    lines += ["", "Whole answer  \(total) of \(window): \(verdict)"]
    lines += scalingNote.map { style.wrapped($0).map { style.styled($0, as: .quiet) } } ?? []
    return lines + [""]
  }

  private func stepTable(_ style: Style) -> [String] {
    let cells = PaceBar.cells(in: style.width)
    let header =
      "Step".padded(to: 12) + "answer".aligned(to: 7) + "target".aligned(to: 8) + "  "
      + PaceBar.ruler(cells: cells) + "  verdict"
    let rows = steps.map { row in
      let time = row.take?.timing.answerTime ?? 0
      let look = row.verdict.role
      let bar = PaceBar(answerTime: time, target: row.target).drawn(cells: cells)
      return row.step.title.padded(to: 12) + (row.take == nil ? "–" : clock(time)).aligned(to: 7)
        + clock(row.target.seconds).aligned(to: 8) + "  " + style.styled(bar, as: look) + "  "
        + style.styled(row.verdict.words, as: look)
    }
    return [style.styled(header, as: .quiet)] + rows + [""]
  }

  private func probeList(_ style: Style) -> [String] {
    guard !probes.isEmpty else { return [] }
    var lines = [style.styled(probesTitle, as: .heading)]
    for (index, row) in probes.enumerated() {
      lines += numbered(index + 1, style.wrapped(row.probe.question, indent: 3))
      for reason in row.reasons {
        lines += style.wrapped(reason, indent: 5).map { style.styled($0, as: .quiet) }
      }
      lines += answerLines(row.take, row, row.verdict, style)
      if let deeper = row.followUp {
        lines += style.wrapped("Then: \(deeper.question)", indent: 5)
        lines += answerLines(row.followUpTake, row, row.followUpVerdict, style)
      }
      if tellsPatterns {
        lines += style.wrapped("Weak: \(row.probe.weakAnswer) \(row.probe.whyWeak)", indent: 5)
        lines += style.wrapped("Strong: \(row.probe.strongAnswer)", indent: 5)
      }
      lines += style.wrapped("To remember: \(row.probe.keyLine)", indent: 5)
    }
    return lines + [""]
  }

  /// `Your answer took 0:31 of 0:45: short`, or that there was none where one could have been given.
  private func answerLines(_ take: Take?, _ row: ProbeRow, _ verdict: Verdict?, _ style: Style) -> [String] {
    guard let take, let verdict else { return wereAsked ? ["     \(ProbeRow.noAnswer)"] : [] }
    return ["     \(row.timeOfAnswer(take)): " + style.styled(verdict.words, as: verdict.role)]
  }

  private func adviceList(_ style: Style) -> [String] {
    if let nothingToChange { return style.wrapped(nothingToChange) + [""] }
    guard !advice.isEmpty else { return [] }
    var lines = [style.styled(adviceTitle, as: .heading)]
    for (index, item) in advice.enumerated() {
      let place = whereToListen(item).map { " \($0)." } ?? ""
      lines += numbered(index + 1, style.wrapped("\(item.evidence).\(place)", indent: 3))
      if let quote = item.quote { lines += style.wrapped("You said: “\(quote)”", indent: 5) }
      lines += style.wrapped(item.coaching, indent: 5).map { style.styled($0, as: .quiet) }
      lines += style.wrapped("Drill: \(item.drill)", indent: 5)
    }
    return lines + [""]
  }

  /// `lines` with `number` in the indentation of the first.
  private func numbered(_ number: Int, _ lines: [String]) -> [String] {
    guard let first = lines.first else { return [] }
    return [" \(number) " + first.dropFirst(3)] + lines.dropFirst()
  }
}
