import Interview
import Scenarios
import SpeechTiming

extension Report {
  /// The report as text for a terminal or a pipe; the last line ends in a newline.
  package func text(style: Style) -> String {
    var lines: [String] = []
    lines += heading(style)
    lines += stepTable(style)
    lines += noteLines(notes, style)
    lines += probeList(style)
    lines += adviceList(style)
    lines += changes?.reportLines(style) ?? []
    lines += wordDetails(style)
    lines += details(style)
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ style: Style) -> [String] {
    let date = started.map { " · " + $0.prefix(16).replacing("T", with: " ") + " UTC" } ?? ""
    let total = style.styled(clock(whole.answerTime), as: .heading)
    let window = "\(clock(whole.atLeast)) to \(clock(whole.atMost))"
    let untrusted = steps.filter { $0.verdict == .untrusted }.map(\.step.title)
    let words =
      switch whole.answerTime {
      case _ where !untrusted.isEmpty:
        style.styled("not judged, for \(untrusted.joined(separator: ", "))", as: .quiet)
      case ..<whole.atLeast: style.styled("too short", as: .warning)
      case ...whole.atMost: style.styled("in time", as: .good)
      default: style.styled("too long", as: .warning)
      }
    let of = candidate.map { "\($0.cut(to: 40)) · " } ?? ""
    let title = "\(of)\(scenario.title) · \(scenario.principle) · \(level.title)\(date)"
    var lines = style.wrapped(title).map { style.styled($0, as: .heading) }
    lines += style.wrapped("“\(scenario.question)”")
    lines += ["", "Whole answer  \(total) of \(window): \(words)"]
    if whole.targetsAreScaled {
      let limit = "\(level.title) has \(clock(whole.atMost)) in all: each step keeps its share of that time."
      lines += style.wrapped(limit).map { style.styled($0, as: .quiet) }
    }
    return lines + [""]
  }

  private func stepTable(_ style: Style) -> [String] {
    let cells = PaceBar.cells(in: style.width)
    let header =
      "Step".padded(to: 12) + "answer".aligned(to: 7) + "target".aligned(to: 8) + "  "
      + PaceBar.ruler(cells: cells) + "  verdict"
    let rows = steps.flatMap { row in
      let time = row.take?.timing.answerTime ?? 0
      let look = role(of: row.verdict)
      let bar = PaceBar(answerTime: time, target: row.target).drawn(cells: cells)
      let line =
        row.step.title.padded(to: 12) + (row.take == nil ? "–" : clock(time)).aligned(to: 7)
        + clock(row.target.seconds).aligned(to: 8) + "  " + style.styled(bar, as: look) + "  "
        + style.styled(row.verdict.words, as: look)
      return [line] + (row.coach.map { style.wrapped($0.words, indent: 12) } ?? [])
    }
    return [style.styled(header, as: .quiet)] + rows + [""]
  }

  private func role(of verdict: Verdict) -> Style.Role {
    switch verdict {
    case .untrusted: .quiet
    case .onTarget: .good
    case .short, .long: .warning
    case .missing, .farTooShort, .overLimit: .bad
    }
  }

  private func probeList(_ style: Style) -> [String] {
    guard !probes.isEmpty else { return [] }
    var lines = [
      style.styled(wereAsked ? "What the interviewer asked" : "What the interviewer asks next", as: .heading)
    ]
    for (index, row) in probes.enumerated() {
      lines += style.numbered(index + 1, row.probe.question)
      for reason in row.reasons {
        lines += style.wrapped(reason, indent: 5).map { style.styled($0, as: .quiet) }
      }
      lines += answerLines(row.take, row, row.verdict, style)
      if let deeper = row.followUp {
        lines += style.wrapped("Then: \(deeper.question)", indent: 5)
        lines += answerLines(row.followUpTake, row, row.followUpVerdict, style)
      }
      // While rehearsing the patterns were shown after the answer.
      if mode == .interview, wereAsked {
        lines += style.wrapped("Weak: \(row.probe.weakAnswer) \(row.probe.whyWeak)", indent: 5)
        lines += style.wrapped("Strong: \(row.probe.strongAnswer)", indent: 5)
      }
      lines += style.wrapped("To remember: \(row.probe.keyLine)", indent: 5)
    }
    return lines + [""]
  }

  /// `Your answer took 0:31 of 0:45: short`, or that there was none where one could have been given.
  private func answerLines(_ take: Take?, _ row: ProbeRow, _ verdict: Verdict?, _ style: Style) -> [String] {
    guard let take, let verdict else { return wereAsked ? ["     You gave no answer."] : [] }
    let time = "Your answer took \(clock(take.timing.answerTime)) of \(clock(row.target.seconds)): "
    return ["     " + time + style.styled(verdict.words, as: role(of: verdict))]
  }

  private func adviceList(_ style: Style) -> [String] {
    guard !advice.isEmpty else {
      if steps.contains(where: { $0.verdict == .untrusted }) { return [] }
      return style.wrapped("Nothing to change: every step is on target, and nothing else stands out.") + [""]
    }
    var lines = [style.styled("What to change first", as: .heading)]
    for (index, item) in advice.enumerated() {
      lines += style.numbered(index + 1, "\(item.evidence).\(whereToListen(item))")
      if let quote = item.quote { lines += style.wrapped("You said: “\(quote)”", indent: 5) }
      lines += style.wrapped(item.coaching, indent: 5).map { style.styled($0, as: .quiet) }
      lines += style.wrapped("Drill: \(item.drill)", indent: 5)
    }
    return lines + [""]
  }

  /// " Listen: FILE at 0:12", or nothing where there is no such place.
  private func whereToListen(_ item: Advice) -> String {
    let take = steps.first { $0.step == item.step }?.take
    guard let place = item.place, let take else { return "" }
    return " Listen: \(take.file) at \(clock(take.offset + place))."
  }
}
