public import Content
import Foundation
public import Scenarios
public import Transcripts
import Yams

/// A short answer to one step, with what a reader finds in its words.
public struct LabelledAnswer: Decodable, Sendable, CustomStringConvertible {
  /// What the answer tries; unique in its file.
  public var about: String
  /// The id of the scenario whose question it answers.
  public var scenario: String
  /// The level that it is held against.
  public var level: Level
  /// The step that it answers.
  public var step: Step
  /// What was said in Situation before; `nil` where it does not matter.
  public var situation: String?
  /// What was said; " / " is a silence of a second.
  public var words: String
  /// What the reader finds.
  public var signs: Set<Sign>
  /// Fillers, as often as they were said: a set has no room for the second "um".
  public var fillers: [String]
  /// Hedges, likewise.
  public var hedges: [String]

  /// What it tries, as tests name it.
  public var description: String { about }

  enum CodingKeys: String, CodingKey {
    case about, scenario, level, step, situation, words, findings, covers, cues, fillers, hedges
  }

  /// Reads an answer; lists that are left out are empty.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func list<Value: Decodable>(_ key: CodingKeys) throws -> [Value] {
      try values.decodeIfPresent([Value].self, forKey: key) ?? []
    }
    about = try values.decode(String.self, forKey: .about)
    scenario = try values.decode(String.self, forKey: .scenario)
    level = try values.decodeIfPresent(Level.self, forKey: .level) ?? .sde2
    step = try values.decode(Step.self, forKey: .step)
    situation = try values.decodeIfPresent(String.self, forKey: .situation)
    words = try values.decode(String.self, forKey: .words)
    let findings: [Finding] = try list(.findings)
    let covers: [Finding] = try list(.covers)
    let cues: [String] = try list(.cues)
    signs = Set(findings.map(Sign.finding) + covers.map(Sign.cover) + cues.map(Sign.cue))
    fillers = try list(.fillers)
    hedges = try list(.hedges)
  }

  /// The answers of a file of labels, in its order.
  public static func all(path: String) throws -> [LabelledAnswer] {
    try YAMLDecoder().decode([LabelledAnswer].self, from: String(contentsOfFile: path, encoding: .utf8))
  }

  /// What the rules find in it.
  public func content(scenario: Scenario) -> StepContent? {
    var answers = [step: transcript(of: words)]
    if let situation { answers[.situation] = transcript(of: situation) }
    return Content.content(of: answers, scenario: scenario, level: level).first { $0.step == step }
  }
}

/// Something in the words of a step, of one of three classes.
public enum Sign: Hashable, Sendable, CustomStringConvertible {
  case finding(Finding), cover(Finding), cue(String)

  /// The sign as a table names it; what is covered is called by its absence.
  public var description: String {
    switch self {
    case .finding(let finding): finding.rawValue
    case .cover(let finding): "not \(finding.rawValue)"
    case .cue(let phrase): "“\(phrase)”"
    }
  }
}

/// An accepted transcript of `text`, with times where a silence, " / ", tells of some.
public func transcript(of text: String) -> Transcript {
  let isTimed = text.contains(" / ")
  var time = 0.0
  var words: [Transcript.Word] = []
  for word in text.split(whereSeparator: \.isWhitespace) {
    if word == "/" {
      time += 1
    } else {
      words.append(.init(String(word), start: isTimed ? time : nil, end: isTimed ? time + 0.3 : nil))
      time += 0.35
    }
  }
  return Transcript(words: words, provenance: .init(format: .plain, file: "answer.txt"), isAccepted: true)
}
