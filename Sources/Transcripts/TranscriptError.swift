/// Why a file could not be read as a transcript; never holds what was said.
public struct TranscriptError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The name of the file, without its folders.
  public var file: String
  /// Where in the file: `line 12`, or a path such as `transcription[3].offsets.from`; `nil` where it is all of it.
  public var place: String?
  /// What is wrong there, without a full stop.
  public var problem: String
  /// What to do next, without a full stop.
  public var advice: String

  /// One sentence that names the file and the place, and ends in what to do next.
  public var description: String {
    let subject = place.map { "\(file), \($0)" } ?? file
    return "\(subject): \(problem); \(advice)."
  }

  init(_ fault: Fault, in file: String) {
    self.file = file
    place = fault.place
    problem = fault.problem
    advice = fault.advice
  }
}

/// A `TranscriptError` before the file's name is added.
struct Fault: Error {
  /// As in `TranscriptError`.
  var place: String?
  /// As in `TranscriptError`.
  var problem: String
  /// As in `TranscriptError`.
  var advice: String

  /// A fault at a line of the file, from 1.
  init(line: Int, _ problem: String, advice: String) {
    self.init(place: "line \(line)", problem, advice: advice)
  }

  /// A fault at `place`, or of the whole file.
  init(place: String?, _ problem: String, advice: String) {
    self.place = place
    self.problem = problem
    self.advice = advice
  }
}
