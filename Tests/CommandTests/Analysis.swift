import Foundation

/// A line of `starpace analyze`, as a script would read it.
struct Analysis: Decodable {
  let file: String
  let duration_s: Double
  let sample_rate: Int
  let speech: [[Double]]
  let pauses: [[Double]]
  let answer_time_s: Double
  let speech_time_s: Double
  let latency_s: Double?
  let remark: String?

  init(line: some StringProtocol) throws {
    self = try JSONDecoder().decode(Analysis.self, from: Data(line.utf8))
  }
}

/// A line that tells why something of a list has no other line.
struct FailedLine: Decodable, Equatable {
  struct Reason: Decodable, Equatable {
    let exit_code: Int32
    let message: String
  }

  let error: Reason
  var file: String?
  var input: String?

  init(line: some StringProtocol) throws {
    self = try JSONDecoder().decode(FailedLine.self, from: Data(line.utf8))
  }

  init(file: String? = nil, input: String? = nil, exitCode: Int32, message: String) {
    (self.file, self.input) = (file, input)
    error = Reason(exit_code: exitCode, message: message)
  }
}

/// The phrases that lie in a sample take, from the label file beside it.
struct Truth {
  let phrases: [(start: Double, end: Double)]

  /// The truth of `Audio/TAKE.flac`; `take` is `session/1-situation`.
  init(of take: String) throws {
    let text = String(decoding: try bytes(of: "\(checkout)/Audio/\(take).truth.txt"), as: UTF8.self)
    phrases = text.split(separator: "\n").compactMap { line in
      let times = line.split(separator: "\t").prefix(2).compactMap { Double($0) }
      return times.count == 2 ? (times[0], times[1]) : nil
    }
  }

  var answerTime: Double { (phrases.last?.end ?? 0) - (phrases.first?.start ?? 0) }

  var pauseCount: Int { zip(phrases, phrases.dropFirst()).count { $1.start - $0.end >= 0.25 } }
}

/// The takes of the shipped sample sessions, `session/1-situation` and so on.
let sampleTakes = sampleSessions.flatMap { session in stepNames.map { "\(session)/\($0)" } }
let sampleSessions = ["owned-failure-close-to-target", "owned-failure-typical-faults"]
let stepNames = ["1-situation", "2-task", "3-action", "4-result", "5-reflection"]
