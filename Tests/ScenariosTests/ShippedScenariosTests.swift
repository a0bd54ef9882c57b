import Foundation
import Testing

@testable import Scenarios

/// The folder of the scenarios that are shipped with StarPace.
let shippedFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Scenarios").path

private let shipped = ScenarioLibrary(folders: [shippedFolder])
private let ids = ["admitted-wrong", "kept-commitment", "owned-failure", "pushed-back", "wrong-call"]

/// Seconds for each step, the same in all shipped scenarios.
private let targets: [Step: Double] = [.situation: 30, .task: 20, .action: 90, .result: 20, .reflection: 15]

@Suite struct ShippedScenariosTests {
  @Test func `all five are there and none is broken`() {
    let (files, broken) = shipped.all()
    #expect(files.map(\.scenario.id) == ids)
    #expect(broken.map(\.description).isEmpty)
  }

  @Test(arguments: ids)
  func `each carries four probes, three checks, three other principles and three levels`(id: String) throws {
    let scenario = try shipped.scenario(id: id).scenario
    #expect(scenario.probes.count == 4)
    #expect(scenario.probes.first?.id == "acceptance")
    #expect(scenario.knowledgeChecks.count == 3)
    #expect(scenario.otherPrinciples.count == 3)
    #expect(Set(scenario.levels.keys) == Set(Level.allCases))
    #expect(Set(scenario.steps.keys) == Set(Step.allCases))
  }

  @Test(arguments: zip(ids, principles))
  func `each tests its principle`(id: String, principle: String) throws {
    #expect(try shipped.scenario(id: id).scenario.principle == principle)
  }

  @Test(arguments: ids)
  func `targets, limits and totals are those of the method`(id: String) throws {
    let scenario = try shipped.scenario(id: id).scenario
    for (step, target) in targets {
      #expect(scenario.steps[step]?.targetInSeconds == target)
      #expect(scenario.steps[step]?.limitInSeconds == 1.5 * target)
    }
    #expect(scenario.levels[.sde1]?.atMostInSeconds == 120)
    #expect(scenario.levels[.sde2]?.atMostInSeconds == nil)
    #expect(scenario.levels[.senior]?.atLeastInSeconds == 150)
    #expect(scenario.levels[.senior]?.atMostInSeconds == 180)
  }

  @Test(arguments: cues)
  func `the cue phrases stand to the letter`(id: String, step: Step, phrases: [String]) throws {
    #expect(try shipped.scenario(id: id).scenario.steps[step]?.cues == phrases)
  }

  @Test(arguments: ids)
  func `every cue is said in the example of its step, or in the reflection of a level`(id: String) throws {
    let scenario = try shipped.scenario(id: id).scenario
    for (step, guide) in scenario.steps {
      let reflections = step == .reflection ? scenario.levels.values.map(\.reflection) : []
      let said = ([guide.example] + reflections).joined(separator: "\n").lowercased()
      for cue in guide.cues { #expect(said.contains(cue.lowercased()), "\(step): \(cue)") }
    }
  }

  /// The rate is that for which the examples are written, see the schema; the band is that of the verdict "on target".
  @Test(arguments: ids)
  func `every example is on target at 150 words a minute`(id: String) throws {
    let scenario = try shipped.scenario(id: id).scenario
    func share(_ text: String, of step: Step) -> Double {
      Double(text.split(separator: " ").count) / 2.5 / (targets[step] ?? 1)
    }
    for (step, guide) in scenario.steps {
      #expect((0.8...1.15).contains(share(guide.example, of: step)), "\(step)")
    }
    for (level, guide) in scenario.levels {
      #expect((0.8...1.15).contains(share(guide.reflection, of: .reflection)), "\(level)")
    }
  }

  @Test(arguments: ids)
  func `every sentence of the Action example begins with I`(id: String) throws {
    let action = try #require(try shipped.scenario(id: id).scenario.steps[.action])
    let sentences = action.example.split(separator: #/[.!?] /#)
    #expect(sentences.count >= 10)
    #expect(sentences.allSatisfy { $0.hasPrefix("I ") })
  }

  @Test(arguments: ids)
  func `the examples of Task and Result carry what their coaching asks for`(id: String) throws {
    let steps = try shipped.scenario(id: id).scenario.steps
    let task = try #require(steps[.task]?.example.lowercased())
    let result = try #require(steps[.result]?.example)
    #expect(
      task.contains("no ticket") && (task.contains("nobody had asked") || task.contains("nobody asked")))
    #expect(result.contains("0.3%") && result.contains("zero"))
    #expect(result.contains("$8K") || result.contains("$8,000"))
    #expect(result.contains("adopted my"))
  }

  @Test(arguments: ids)
  func `what breaks a step calls for a probe: no words, too few, too many, a silence, a weak phrase`(id: String) throws
  {
    let rules = try shipped.scenario(id: id).scenario.probes.flatMap(\.calledForBy)
    let expected: [(steps: [Step], findings: [Finding])] = [
      (Step.allCases, [.missing, .short, .overLimit]), ([.task, .action, .result], [.longSilence]),
      ([.situation, .action, .result], [.redFlag]),
    ]
    for (steps, findings) in expected {
      for step in steps {
        for finding in findings {
          #expect(rules.contains { $0.step == step && $0.finding == finding }, "\(step) \(finding)")
        }
      }
    }
  }

  @Test(arguments: ids)
  func `every check calls for a probe at its level, should the answer be no`(id: String) throws {
    let scenario = try shipped.scenario(id: id).scenario
    let rules = scenario.probes.flatMap(\.calledForBy)
    for (step, guide) in scenario.steps {
      for check in guide.checks {
        #expect(
          rules.contains {
            $0.step == step && $0.finding == check.finding && ($0.level == nil || $0.level == check.level)
          }, "\(step) \(check.finding)")
      }
    }
  }

  /// Each level has targets of its own.
  @Test(arguments: ids)
  func `no coaching names a time that another level's target contradicts`(id: String) throws {
    for (step, guide) in try shipped.scenario(id: id).scenario.steps {
      #expect(!guide.coaching.lowercased().contains(/\b(seconds|minutes?)\b/), "\(step)")
    }
  }

  @Test(arguments: ids)
  func `each probe has one to twenty reasons, none twice at a level, each completing a sentence`(id: String) throws {
    for probe in try shipped.scenario(id: id).scenario.probes {
      #expect((1...20).contains(probe.calledForBy.count))
      for level in [nil] + Level.allCases.map(Optional.some) {
        let rules = probe.calledForBy.filter { $0.level == level }
        #expect(Set(rules.map { "\($0.step) \($0.finding)" }).count == rules.count)
      }
      for rule in probe.calledForBy {
        #expect(rule.because.first?.isLowercase == true && !rule.because.hasSuffix("."), "\(rule.because)")
      }
    }
  }

  @Test(arguments: ids)
  func `a red flag is a phrase of the weak answer, or says what is absent`(id: String) throws {
    let weak = try shipped.scenario(id: id).scenario.weakAnswer
    #expect(weak.redFlags.count >= 11)
    for flag in weak.redFlags.map(\.flag) {
      #expect(flag.hasPrefix("No ") || weak.text.lowercased().contains(flag.lowercased()), "\(flag)")
    }
    #expect(weak.text.contains("a bit high"))
    #expect(!weak.text.contains(/[0-9]/))
  }

  @Test(arguments: ids)
  func `the four options of a check differ`(id: String) throws {
    for check in try shipped.scenario(id: id).scenario.knowledgeChecks {
      #expect(Set(check.options).count == 4)
    }
  }
}

private let principles = [
  "Earn Trust", "Earn Trust", "Ownership", "Have Backbone; Disagree and Commit", "Are Right, A Lot",
]

private let cues: [(id: String, step: Step, phrases: [String])] = [
  (
    "admitted-wrong", .situation,
    ["I noticed", "persistent 0.3% drop rate", "Platform team's service", "missed payment confirmations"]
  ),
  ("admitted-wrong", .task, ["not my team", "no ticket", "nobody had asked me"]),
  (
    "admitted-wrong", .action,
    [
      "I pulled", "I traced", "I reproduced", "I wrote", "I added", "I submitted",
      "I communicated transparently",
    ]
  ),
  ("admitted-wrong", .result, ["0.3% to zero", "$8K recovered per week", "adopted my pattern as standard"]),
  (
    "admitted-wrong", .reflection,
    ["transparent communication", "proactive monitoring", "lack of shared SLO", "organizational gap"]
  ),
  ("owned-failure", .situation, ["I noticed", "not my team", "no ticket", "nobody had asked"]),
  ("owned-failure", .task, ["not mine", "no ticket", "nobody had asked", "take ownership"]),
  (
    "owned-failure", .action,
    [
      "I pulled", "I traced", "I reproduced", "I wrote", "I added", "I submitted", "I coordinated",
      "I followed up", "I documented",
    ]
  ),
  (
    "owned-failure", .result,
    ["0.3% drop rate dropped to zero", "$8K weekly revenue recovered", "adopted my alert pattern"]
  ),
  (
    "owned-failure", .reflection,
    ["shared webhook reliability SLO", "organizational gap", "zero shared visibility"]
  ),
  (
    "kept-commitment", .situation,
    ["I noticed", "persistent 0.3% drop rate", "payment notification service", "risking customer trust"]
  ),
  ("kept-commitment", .task, ["not my team", "no ticket", "nobody had asked"]),
  (
    "kept-commitment", .action, ["I pulled", "I traced", "I reproduced", "I wrote", "I added", "I submitted"]
  ),
  (
    "kept-commitment", .result,
    ["0.3% drop rate went to zero", "$8K recovered per week", "adopted my pattern as standard"]
  ),
  (
    "kept-commitment", .reflection,
    ["shared webhook reliability SLO", "zero shared visibility", "organizational gap"]
  ),
  ("wrong-call", .situation, ["I noticed", "Platform team's service", "wrong call", "0.3% drop rate"]),
  ("wrong-call", .task, ["not my team", "no ticket", "nobody had asked"]),
  (
    "wrong-call", .action,
    [
      "I pulled", "I traced", "I reproduced", "I wrote", "I added", "I submitted", "I followed up",
      "I helped them deploy",
    ]
  ),
  ("wrong-call", .result, ["0.3% to zero", "$8K recovered per week", "adopted my pattern"]),
  (
    "wrong-call", .reflection,
    ["gaps in SLAs", "wrong assumptions", "shared webhook SLO", "organizational gap"]
  ),
  (
    "pushed-back", .situation,
    ["I noticed", "Platform team's service", "no alert", "no ticket", "nobody asked"]
  ),
  ("pushed-back", .task, ["not my team", "no ticket", "nobody asked", "took ownership"]),
  ("pushed-back", .action, ["I pulled", "I analyzed", "I reproduced", "I wrote", "I added", "I submitted"]),
  (
    "pushed-back", .result,
    ["0.3% to zero", "$8,000 per week recovered", "adopted my pattern", "improving reliability"]
  ),
  (
    "pushed-back", .reflection,
    ["proactively monitoring", "shared webhook SLO", "organizational gap", "shared visibility"]
  ),
]
