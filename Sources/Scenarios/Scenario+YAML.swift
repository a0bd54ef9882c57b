internal import Yams

extension Scenario {
  /// The newest version of the file format that this reader knows, `schema` in a file.
  public static let schemaVersion = 1

  /// Reads a scenario file, `yaml`, and reports everything that is wrong with it at once.
  ///
  /// - Parameters:
  ///   - yaml: the text of the file; `Scenarios/scenario.schema.json` describes it.
  ///   - fileName: the file's name or path; without its ending, its last part must be the scenario's id. A copy
  ///     that is kept under another name is read with the name that it had.
  /// - Throws: all problems of the file, if there is one.
  public init(yaml: String, fileName: String) throws(ScenarioError) {
    let problems = ProblemLog()
    let scenario = composeYAML(yaml, problems: problems).flatMap { root in
      isOfNewerSchema(root, problems: problems)
        ? nil
        : Scenario(
          NodeReader(root, named: "The file", problems: problems).mapping(of: ScenarioKey.self),
          fileName: fileName)
    }
    guard let scenario, problems.all.isEmpty else {
      throw ScenarioError(fileName: fileName, problems: problems.all)
    }
    self = scenario
  }

  private init(_ file: MappingReader<ScenarioKey>, fileName: String) {
    _ = file[.schema].wholeNumber(in: 1...Scenario.schemaVersion)
    let id = file[.id]
    let steps = file[.steps].mapping(of: Step.self)
    let levels = file[.levels].mapping(of: Level.self)
    let probes = Probe.list(file[.probes])
    let ids = Set(probes.map(\.id))
    self.init(
      id: id.slug(),
      title: file[.title].text(),
      principle: file[.principle].text(),
      question: file[.question].text(),
      overview: file[.overview].text(),
      keyTakeaways: file[.keyTakeaways].texts(),
      steps: [Step: StepGuide](all: { StepGuide(steps[$0].mapping(of: StepKey.self)) }),
      probes: probes,
      weakAnswer: WeakAnswer(file[.weakAnswer].mapping(of: WeakAnswerKey.self)),
      knowledgeChecks: file[.knowledgeChecks].items { KnowledgeCheck($0.mapping(of: CheckKey.self)) },
      otherPrinciples: file[.otherPrinciples].items {
        OtherPrinciple($0.mapping(of: OtherPrincipleKey.self))
      },
      levels: [Level: LevelGuide](all: { LevelGuide(levels[$0].mapping(of: LevelKey.self), probes: ids) }))

    let named = nameWithoutEnding(fileName)
    if !self.id.isEmpty, self.id != named {
      id.report(
        "is `\(self.id.shortened)`, but the file is named `\(named.shortened)`; make the two the same.")
    }
  }
}

/// Reports a file that was written for a later StarPace: what this one took for a mistake there may be none.
private func isOfNewerSchema(_ root: Node, problems: ProblemLog) -> Bool {
  guard let schema = root.mapping?["schema"], let version = schema.int, version > Scenario.schemaVersion
  else { return false }
  problems.report(
    "The file has schema \(version), and this StarPace reads up to \(Scenario.schemaVersion); "
      + "update StarPace to read it.", at: Place(schema.mark))
  return true
}

extension StepGuide {
  /// Without a limit of its own, a step ends at one and a half times its target, where a verdict says "over the limit".
  private static let limitByTarget = 1.5

  init(_ step: MappingReader<StepKey>) {
    let target = step[.target].seconds()
    let limit = step.optional(.limit)
    self.init(
      targetInSeconds: target,
      limitInSeconds: limit?.seconds() ?? target * Self.limitByTarget,
      example: step[.example].text(),
      cues: step[.cues].texts(),
      checks: StepCheck.list(step.optional(.checks)),
      coaching: step[.coaching].text(),
      commonMistake: step[.commonMistake].text(),
      whyItHurts: step[.whyItHurts].text())
    // Zero stands for a number that could not be read, and has been reported.
    if limitInSeconds > 0, target > 0, limitInSeconds <= target {
      limit?.report(
        "must be longer than the target of \(target.inShort) s; leave it out for 1.5 times the target.")
    }
  }
}

extension StepCheck {
  /// More questions after a step would break the answer up.
  private static let mostOfAStep = 3

  /// The checks of a step; none where it names none.
  static func list(_ list: NodeReader?) -> [StepCheck] {
    let checks = list?.items { StepCheck($0.mapping(of: StepCheckKey.self)) } ?? []
    if Set(checks.map(\.finding)).count < checks.count {
      list?.report("names one finding twice; ask for each once.")
    }
    if checks.count > mostOfAStep {
      list?.report("has \(checks.count) items; \(mostOfAStep) at most are asked after a step.")
    }
    return checks
  }

  private init(_ check: MappingReader<StepCheckKey>) {
    let finding = check[.finding]
    self.init(
      finding: finding.choice(of: Finding.self) ?? .noImpact,
      question: check[.ask].text(),
      level: check.optional(.level)?.choice(of: Level.self))
    if self.finding.isOfTiming {
      finding.report("is `\(self.finding.rawValue)`, which is measured and not asked; name what the words lack.")
    }
  }
}

extension Probe {
  /// The probes of a scenario; two of one id are reported.
  static func list(_ list: NodeReader) -> [Probe] {
    var lineOfID: [String: Int] = [:]
    return list.items { item in
      let probe = item.mapping(of: ProbeKey.self)
      let id = probe[.id]
      let read = Probe(probe)
      if let line = lineOfID[read.id] {
        id.report(
          "is `\(read.id.shortened)`, but so is that of the probe in line \(line); give this one another.")
      } else if !read.id.isEmpty {
        lineOfID[read.id] = id.place.line
      }
      return read
    }
  }

  private init(_ probe: MappingReader<ProbeKey>) {
    let weak = probe[.weak].mapping(of: WeakKey.self)
    let strong = probe[.strong].mapping(of: StrongKey.self)
    self.init(
      id: probe[.id].slug(),
      question: probe[.question].text(),
      tests: probe[.tests].text(),
      weakAnswer: weak[.answer].text(),
      whyWeak: weak[.why].text(),
      strongAnswer: strong[.answer].text(),
      keyLine: probe[.keyLine].text(),
      calledForBy: probe[.calledForBy].items { EvidenceRule($0.mapping(of: RuleKey.self)) })
  }
}

extension EvidenceRule {
  init(_ rule: MappingReader<RuleKey>) {
    let because = rule[.because]
    self.init(
      step: rule[.step].choice(of: Step.self) ?? .situation,
      finding: rule[.finding].choice(of: Finding.self) ?? .missing,
      strength: rule[.strength].wholeNumber(in: 1...3),
      level: rule.optional(.level)?.choice(of: Level.self),
      because: because.text())
    if self.because.hasSuffix(".") {
      because.report("completes a sentence such as \"Result took 6 s of 20: …\"; leave out the full stop.")
    }
  }
}

extension WeakAnswer {
  init(_ answer: MappingReader<WeakAnswerKey>) {
    self.init(
      text: answer[.text].text(),
      redFlags: answer[.redFlags].items { item in
        let flag = item.mapping(of: RedFlagKey.self)
        return RedFlag(flag: flag[.flag].text(), why: flag[.why].text())
      },
      interviewerThinks: answer[.interviewerThinks].text())
  }
}

extension KnowledgeCheck {
  private static let optionCount = 4

  init(_ check: MappingReader<CheckKey>) {
    let options = check[.options]
    self.init(
      question: check[.question].text(),
      options: options.texts(),
      // A person counts from 1, an index from 0.
      right: check[.right].wholeNumber(in: 1...Self.optionCount) - 1,
      why: check[.why].text())
    if !self.options.isEmpty, self.options.count != Self.optionCount {
      options.report("needs exactly \(Self.optionCount) items, but has \(self.options.count).")
    }
  }
}

extension OtherPrinciple {
  init(_ other: MappingReader<OtherPrincipleKey>) {
    self.init(
      principle: other[.principle].text(),
      lead: other[.lead].text(),
      emphasise: other[.emphasise].text(),
      playDown: other[.playDown].text())
  }
}

extension LevelGuide {
  init(_ level: MappingReader<LevelKey>, probes: Set<String>) {
    let atMost = level.optional(.atMost)
    let testedBy = level.optional(.testedBy)
    self.init(
      atLeastInSeconds: level.optional(.atLeast)?.seconds(),
      atMostInSeconds: atMost?.seconds(),
      guidance: level[.guidance].text(),
      reflection: level[.reflection].text(),
      bar: level[.bar].text(),
      testedBy: testedBy?.slug())
    if let id = self.testedBy, !id.isEmpty, !probes.contains(id) {
      testedBy?.report(
        "is `\(id.shortened)`, and no probe has that id; name one of \(probes.sorted().joined(separator: ", ")).")
    }
    if let shortest = atLeastInSeconds, let longest = atMostInSeconds, longest > 0, longest <= shortest {
      atMost?.report("must be longer than `at_least_s`, which is \(shortest.inShort) s.")
    }
  }
}

extension Dictionary where Key: CaseIterable {
  /// One value for each case of the key.
  fileprivate init(all value: (Key) -> Value) {
    self.init(uniqueKeysWithValues: Key.allCases.map { ($0, value($0)) })
  }
}

extension Double {
  /// Without a decimal point where there is nothing behind it: `30`, `22.5`.
  fileprivate var inShort: String { String(self).replacing(/\.0$/, with: "") }
}

/// The last part of a path, without its ending.
func nameWithoutEnding(_ path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  return String(name.replacing(/\.ya?ml$/, with: ""))
}
