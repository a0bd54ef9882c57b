package import Scenarios

/// The scenarios as a table: id, principle, title.
package func scenarioList(_ scenarios: [Scenario], style: Style) -> String {
  let idWidth = (scenarios.map(\.id.count).max() ?? 0) + 2
  let principleWidth = (scenarios.map(\.principle.count).max() ?? 0) + 2
  return scenarios.map {
    style.styled($0.id.padded(to: idWidth), as: .heading)
      + $0.principle.padded(to: principleWidth) + $0.title + "\n"
  }.joined()
}

extension Scenario {
  /// Everything that the scenario's file says, to be read.
  package func sheet(style: Style) -> String {
    var lines = [style.styled("\(title) · \(principle)", as: .heading)]
    lines += style.wrapped("“\(question)”") + [""]
    lines += style.wrapped(overview) + [""]
    lines += bullets(keyTakeaways, style)
    for step in Step.allCases { lines += guide(of: step, style) }
    lines += heading("Probes", style)
    for probe in probes { lines += card(of: probe, style) }
    lines += heading("The answer that fails", style)
    lines += style.wrapped(weakAnswer.text, indent: 2)
    lines += bullets(weakAnswer.redFlags.map { "\($0.flag): \($0.why)" }, style)
    lines += style.wrapped("The interviewer thinks: \(weakAnswer.interviewerThinks)", indent: 2)
    lines += heading("Knowledge checks", style)
    for check in knowledgeChecks { lines += card(of: check, style) }
    lines += heading("The same story for another principle", style)
    for other in otherPrinciples {
      lines += style.wrapped(
        "\(other.principle): lead with \(other.lead); dwell on \(other.emphasise); play down \(other.playDown).",
        indent: 2)
    }
    lines += heading("Levels", style)
    for level in Level.allCases { lines += guide(of: level, style) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ text: String, _ style: Style) -> [String] {
    ["", style.styled(text, as: .heading)]
  }

  private func bullets(_ texts: [String], _ style: Style) -> [String] {
    texts.flatMap { text in
      let lines = style.wrapped(text, indent: 4)
      return ["  • " + (lines.first?.dropFirst(4) ?? "")] + lines.dropFirst()
    }
  }

  private func guide(of step: Step, _ style: Style) -> [String] {
    guard let guide = steps[step] else { return [] }
    let times = "\(clock(guide.targetInSeconds)), limit \(clock(guide.limitInSeconds))"
    var lines = heading("\(step.number) \(step.title), \(times)", style)
    lines += style.wrapped(guide.example, indent: 2)
    lines += style.wrapped("Cues: \(guide.cues.joined(separator: " · "))", indent: 2)
    lines += style.wrapped("Coaching: \(guide.coaching)", indent: 2)
    lines += style.wrapped("Common mistake: \(guide.commonMistake) \(guide.whyItHurts)", indent: 2)
    return lines
  }

  private func card(of probe: Probe, _ style: Style) -> [String] {
    style.wrapped("\(probe.question) (tests \(probe.tests))", indent: 2)
      + style.wrapped("Weak: \(probe.weakAnswer) \(probe.whyWeak)", indent: 4)
      + style.wrapped("Strong: \(probe.strongAnswer)", indent: 4)
      + style.wrapped("To remember: \(probe.keyLine)", indent: 4)
  }

  private func card(of check: KnowledgeCheck, _ style: Style) -> [String] {
    let options = check.options.enumerated().flatMap { index, option in
      style.wrapped("\(index == check.right ? "✓" : "·") \(option)", indent: 4)
    }
    return style.wrapped(check.question, indent: 2) + options + style.wrapped(check.why, indent: 4)
  }

  private func guide(of level: Level, _ style: Style) -> [String] {
    guard let guide = levels[level] else { return [] }
    let window =
      switch (guide.atLeastInSeconds, guide.atMostInSeconds) {
      case (let least?, let most?): "\(clock(least)) to \(clock(most)). "
      case (nil, let most?): "at most \(clock(most)). "
      case (let least?, nil): "at least \(clock(least)). "
      case (nil, nil): ""
      }
    return style.wrapped("\(level.title): \(window)\(guide.guidance)", indent: 2)
      + style.wrapped("Reflection: \(guide.reflection)", indent: 4)
      + style.wrapped("Bar: \(guide.bar)", indent: 4)
      + probes.filter { $0.id == guide.testedBy }.flatMap {
        style.wrapped("Tested most by: \($0.question)", indent: 4)
      }
  }
}
