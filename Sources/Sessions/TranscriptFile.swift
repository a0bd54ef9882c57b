import Foundation
import Interview
import Scenarios
package import Transcripts

/// A file with the words of one take or of a whole recording, as a person names it.
package struct TranscriptFile: Sendable {
  /// As it was named.
  package let path: String
  /// Its content as given.
  package let bytes: [UInt8]
  /// What it says; not accepted.
  package var transcript: Transcript

  /// Reads the file at `path`, in whichever of the formats it has.
  /// - Throws: a `SessionError` where there is no such file, a `TranscriptError` where its content is no transcript.
  package init(path: String) throws {
    let content = try? FileHandle(forReadingFrom: URL(fileURLWithPath: path)).read(upToCount: Self.mostBytes) ?? Data()
    guard let content else {
      throw SessionError(.noInput, "Cannot read the transcript \(path); check the path and its permissions.")
    }
    self.path = path
    bytes = Array(content)
    transcript = try Transcript(reading: bytes, file: path)
  }

  /// More than the reader takes, so that it says what is wrong.
  private static let mostBytes = 64 << 20

  /// The take that the name tells, if it tells one: `3-action` of `3-action.wav.json`, in small letters.
  var nameOfTake: String {
    var name = (path as NSString).lastPathComponent.lowercased() as NSString
    let endings = SessionFolder.soundEndings.union(TranscriptFormat.allCases.map { $0.nameEnding.lowercased() })
    while endings.contains(name.pathExtension) { name = name.deletingPathExtension as NSString }
    return name as String
  }
}

/// Where a take lies in its sound file, for words to be told apart.
struct TakeSpan {
  var subject: Take.Subject
  /// The sound file, as the report names it.
  var file: String
  /// In seconds from the start of the file.
  var start: Double
  /// In seconds from the start of the file; `nil` is its end.
  var end: Double?

  /// What a transcript of it may be called; the sound file's own name where that holds no other take.
  func names(isAloneInFile: Bool) -> Set<String> {
    var names = isAloneInFile ? namesOfTake(file) : []
    if case .step = subject { names.formUnion(namesOfTake(SessionFolder.takeName(of: subject))) }
    return names
  }
}

/// The words of each of `takes` that `files` tell, with the file.
///
/// Files named after takes belong to these. Otherwise there is one for each take, or for each step, in order; or one
/// for a recording that holds all takes, whose times tell where to cut it.
/// - Throws: `usage` or `badData` where it is not clear which words belong where.
func assigned(
  _ files: [TranscriptFile], to takes: [TakeSpan]
) throws(SessionError) -> [(subject: Take.Subject, file: TranscriptFile)] {
  let names = takes.map { take in take.names(isAloneInFile: takes.count { $0.file == take.file } == 1) }
  let places = files.map { file in names.firstIndex { $0.contains(file.nameOfTake) } }
  let advice = "Name a transcript after its take, such as 1-situation.json or action.srt."
  if let stranger = zip(files, places).first(where: { $1 == nil })?.0, places.contains(where: { $0 != nil }) {
    throw SessionError(.usage, "\(stranger.path) is named after no take, and others are. \(advice)")
  }
  if !places.contains(nil) {
    for (index, place) in places.enumerated() where places[..<index].contains(place) {
      throw SessionError(.usage, "\(files[index].path) is a second transcript of one take; give one of them.")
    }
    return zip(places, files).compactMap { place, file in place.map { (takes[$0].subject, file) } }
  }
  let steps = takes.filter { if case .step = $0.subject { true } else { false } }
  for group in [takes, steps] where group.count == files.count {
    return zip(group, files).map { ($0.subject, $1) }
  }
  guard files.count == 1, let whole = files.first else {
    throw SessionError(.usage, "\(files.count) transcripts do not fit \(takes.count) takes. \(advice)")
  }
  guard Set(takes.map(\.file)).count == 1 else {
    throw SessionError(
      .usage,
      "\(whole.path) cannot be cut: each take is a file of its own, and nothing tells when it began. \(advice)")
  }
  return try takes.map { take throws(SessionError) in
    var part = whole
    guard let words = whole.transcript.cut(from: take.start, to: take.end ?? .infinity) else {
      throw SessionError(
        .badData, "\(whole.path) tells no times, and so not where a step begins; give a transcript for each step.")
    }
    part.transcript = words
    return (take.subject, part)
  }
}
