import Foundation
import Interview
import Scenarios
import SpeechTiming
import Testing
import Transcripts

@testable import Reports

/// The schemas are held against what is written; `make test-formats` validates whole reports with another's validator.
@Suite struct OutputSchemaTests {
  @Test func `a report has the fields of its schema and no others`() throws {
    let report = try ReportTests().report()
    try expectFields(of: try object(report.json()), in: try Schema(.report))
    try expectFields(of: try object(report.jsonLine(input: "a")), in: try Schema(.report))
  }

  @Test func `a line of analyze has all fields of its schema and no others`() throws {
    let schema = try Schema(.analysis)
    for speech in [[], [Interval(start: 1, end: 4)]] {
      let timing = TakeTiming(
        duration: 5, speech: speech, pauseThreshold: 0.25,
        level: TakeLevel(speech: nil, noiseFloor: -60, peak: -3, clippedSamples: 0))
      let line = try object(try AnalysisLine(file: "a.wav", sampleRate: 16_000, timing: timing, remark: nil).json())
      try expectFields(of: line, in: schema)
      #expect(Set(line.keys) == Set(schema.properties.keys))
      #expect(Set(schema.required) == Set(schema.properties.keys))
    }
  }

  @Test func `a line that tells of an error has the fields of its schema`() throws {
    for line in [
      FailureLine(file: "a", exitCode: 65, message: "No."), FailureLine(input: "a", exitCode: 65, message: "No."),
    ] {
      let object = try object(try line.json())
      try expectFields(of: object, in: try Schema(.failure))
      #expect(object.count == 2)
    }
  }

  @Test func `the schemas list all that a value can be`() throws {
    let report = try Schema(.report)
    #expect(report.values(of: "step") == Step.allCases.map(\.rawValue))
    #expect(report.values(of: "verdict") == Verdict.allCases.map(\.rawValue))
    #expect(report.values(of: "finding") == Finding.allCases.map(\.rawValue))
    for schema in [report, try Schema(.analysis)] {
      #expect(schema.values(of: "doubt") == Doubt.allCases.map(\.rawValue))
    }
    let level = try #require(report.properties["level"]?["enum"] as? [String])
    #expect(level == Level.allCases.map(\.rawValue))
    let words = try #require(report.definitions["words"]?["properties"] as? [String: [String: Any]])
    let provenance = try #require(words["provenance"]?["properties"] as? [String: [String: Any]])
    #expect(provenance["format"]?["enum"] as? [String] == TranscriptFormat.allCases.map(\.rawValue))
  }

  @Test func `the schemas are of the versions that are written, and describe each field`() throws {
    let report = try Schema(.report)
    #expect(report.properties["starpace_report"]?["const"] as? Int == jsonReportVersion)
    let analysis = try Schema(.analysis)
    #expect(analysis.properties["starpace_analysis"]?["const"] as? Int == analysisVersion)
    for name in OutputSchema.allCases {
      let schema = try Schema(name)
      let undescribed = schema.properties.filter { $0.value["description"] == nil && $0.value["$ref"] == nil }
      #expect(undescribed.isEmpty && schema.definitions.values.allSatisfy { $0["description"] is String }, "\(name)")
    }
  }

  // MARK: - Steps of the tests

  private func object(_ json: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  /// Expects each object in `value` to have the fields that its schema requires and none that it does not know.
  private func expectFields(of value: [String: Any], in schema: Schema) throws {
    let unknown = Set(value.keys).subtracting(schema.properties.keys)
    #expect(unknown.isEmpty, "\(unknown) are not in the schema")
    let missing = Set(schema.required).subtracting(value.keys)
    #expect(missing.isEmpty, "\(missing) are required")
    for (key, inner) in value {
      guard let property = schema.properties[key] else { continue }
      for object in inner as? [[String: Any]] ?? [inner as? [String: Any]].compactMap({ $0 }) {
        try expectFields(of: object, in: schema.inner(property))
      }
    }
  }
}

/// One object of a schema.
private struct Schema {
  let properties: [String: [String: Any]]
  let required: [String]
  let definitions: [String: [String: Any]]

  init(_ schema: OutputSchema) throws {
    let object = try JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any] ?? [:]
    self.init(object, definitions: object["$defs"] as? [String: [String: Any]] ?? [:])
  }

  private init(_ object: [String: Any], definitions: [String: [String: Any]]) {
    properties = object["properties"] as? [String: [String: Any]] ?? [:]
    required = object["required"] as? [String] ?? []
    self.definitions = definitions
  }

  /// The schema of the objects that `property` holds, in a list or alone.
  func inner(_ property: [String: Any]) -> Schema {
    var object = property["items"] as? [String: Any] ?? property
    if let choices = object["anyOf"] as? [[String: Any]], let first = choices.first { object = first }
    if let reference = object["$ref"] as? String {
      object = definitions[String(reference.split(separator: "/").last ?? "")] ?? [:]
    }
    return Schema(object, definitions: definitions)
  }

  func values(of definition: String) -> [String]? { definitions[definition]?["enum"] as? [String] }
}
