import Foundation
import Glibc
import Testing

/// The one session that a rehearsal left in a folder of sessions.
struct RehearsedSession {
  let path: String

  init(in sessions: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: sessions)
    try #require(names.count == 1)
    path = "\(sessions)/\(names[0])"
  }

  /// The names of its sound files, in order.
  func sounds() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".wav") }.sorted()
  }

  func take(_ name: String) throws -> RecordedTake { try RecordedTake("\(path)/\(name)") }

  /// Expects the takes `names` to be pieces of `heard`, bit for bit, one after another; returns where they are.
  @discardableResult
  func expectPieces(
    of heard: RehearsalSound, _ names: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for name in names {
      let take = try take(name)
      #expect(take.sampleRate == heard.sampleRate, sourceLocation: sourceLocation)
      #expect(take.channelCount == heard.channelCount, sourceLocation: sourceLocation)
      #expect(take.bitsPerSample == heard.bitsPerSample, sourceLocation: sourceLocation)
      let span = heard.span(of: take, after: spans.last?.upperBound ?? 0)
      spans.append(try #require(span, "\(name), \(take.seconds) s", sourceLocation: sourceLocation))
    }
    return spans
  }

  /// The permission bits of the session's folders and of its files.
  func modes() throws -> (folders: Set<mode_t>, files: Set<mode_t>) {
    var (folders, files) = (Set<mode_t>(), Set<mode_t>())
    let content = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    for name in [""] + content {
      var status = stat()
      try #require(lstat("\(path)/\(name)", &status) == 0)
      if status.st_mode & S_IFMT == S_IFDIR {
        folders.insert(status.st_mode & 0o7777)
      } else {
        files.insert(status.st_mode & 0o7777)
      }
    }
    return (folders, files)
  }
}

extension PseudoTerminal {
  /// Waits until about a second of an answer was heard in the running take `title`.
  func hear(_ title: String) async throws {
    // From half a second after the first word on.
    try await wait(forSeconds: 1, after: title.padding(toLength: 10, withPad: " ", startingAt: 0) + "  ")
    try await Task.sleep(for: .milliseconds(500))
  }

  /// Gives a short answer in the running take `title` and goes on.
  func answer(_ title: String) async throws {
    try await hear(title)
    send("\n")
  }
}
