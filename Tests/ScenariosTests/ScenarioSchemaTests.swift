import Foundation
import Testing

@testable import Scenarios

@Suite struct ScenarioSchemaTests {
  /// The keys that the reader knows, by the name of the mapping's definition in the schema.
  private let known: [String: [String]] = [
    "": ScenarioKey.allCases.map(\.rawValue), "steps": Step.allCases.map(\.rawValue),
    "step": StepKey.allCases.map(\.rawValue), "step_check": StepCheckKey.allCases.map(\.rawValue),
    "probe": ProbeKey.allCases.map(\.rawValue),
    "weak": WeakKey.allCases.map(\.rawValue), "strong": StrongKey.allCases.map(\.rawValue),
    "rule": RuleKey.allCases.map(\.rawValue), "weak_answer": WeakAnswerKey.allCases.map(\.rawValue),
    "red_flag": RedFlagKey.allCases.map(\.rawValue), "knowledge_check": CheckKey.allCases.map(\.rawValue),
    "other_principle": OtherPrincipleKey.allCases.map(\.rawValue), "levels": Level.allCases.map(\.rawValue),
    "level": LevelKey.allCases.map(\.rawValue),
  ]

  /// The keys that a file may leave out.
  private let optional = [
    "step": ["limit_s", "checks"], "step_check": ["level"], "rule": ["level"],
    "level": ["at_least_s", "at_most_s", "tested_by"],
  ]

  @Test func `the schema and the reader know the same keys`() throws {
    let mappings = try schemaMappings()
    #expect(Set(mappings.keys) == Set(known.keys))
    for (name, mapping) in mappings {
      let properties = try #require(mapping["properties"] as? [String: [String: Any]])
      #expect(Set(properties.keys) == Set(known[name] ?? []), "\(name)")
      #expect(mapping["additionalProperties"] as? Bool == false, "\(name)")
      #expect(properties.values.allSatisfy { $0["description"] is String }, "\(name)")
    }
  }

  @Test func `the schema and the reader require the same keys`() throws {
    for (name, mapping) in try schemaMappings() {
      let required = Set(known[name] ?? []).subtracting(optional[name] ?? [])
      #expect(Set(mapping["required"] as? [String] ?? []) == required, "\(name)")
    }
    // What the reader requires shows in what it misses in a file of empty mappings.
    let steps = Step.allCases.map { "\($0): {}" }.joined(separator: ", ")
    let levels = Level.allCases.map { "\($0): {}" }.joined(separator: ", ")
    let empty = """
      steps: {\(steps)}
      levels: {\(levels)}
      probes: [{weak: {}, strong: {}, called_for_by: [{}]}]
      weak_answer: {red_flags: [{}]}
      knowledge_checks: [{}]
      other_principles: [{}]
      """
    let error = #expect(throws: ScenarioError.self) { try Scenario(yaml: empty, fileName: "empty.yaml") }
    // The keys that the text above holds are not missed, and all problems are missed keys.
    let given =
      ["steps", "levels", "probes", "weak", "strong", "called_for_by", "weak_answer", "red_flags"]
      + ["knowledge_checks", "other_principles"]
    var expected = 0
    for (name, keys) in known where !["steps", "levels", "step_check"].contains(name) {
      let copies = name == "step" ? Step.allCases.count : name == "level" ? Level.allCases.count : 1
      expected += copies * Set(keys).subtracting(optional[name] ?? []).subtracting(given).count
    }
    #expect(error?.problems.count == expected)
    #expect(error?.problems.allSatisfy { $0.message.contains(" lacks `") } == true)
  }

  @Test func `the schema lists the findings and steps of a rule`() throws {
    let rule = try #require(schemaMappings()["rule"]?["properties"] as? [String: [String: Any]])
    #expect(rule["finding"]?["enum"] as? [String] == Finding.allCases.map(\.rawValue))
    #expect(rule["step"]?["enum"] as? [String] == Step.allCases.map(\.rawValue))
    #expect(rule["level"]?["enum"] as? [String] == Level.allCases.map(\.rawValue))
    let check = try #require(schemaMappings()["step_check"]?["properties"] as? [String: [String: Any]])
    #expect(check["finding"]?["enum"] as? [String] == Finding.allCases.filter { !$0.isOfTiming }.map(\.rawValue))
  }

  @Test func `the schema is of the version that the reader knows`() throws {
    let properties = try #require(schemaMappings()[""]?["properties"] as? [String: [String: Any]])
    #expect(properties["schema"]?["const"] as? Int == Scenario.schemaVersion)
  }

  /// The schema's descriptions of mappings by name; the whole file's has no name.
  private func schemaMappings() throws -> [String: [String: Any]] {
    let file = URL(fileURLWithPath: shippedFolder + "/scenario.schema.json")
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    var mappings = try #require(schema["$defs"] as? [String: [String: Any]])
    mappings[""] = schema
    return mappings
  }
}
