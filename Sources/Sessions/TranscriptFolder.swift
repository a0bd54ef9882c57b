import Foundation
package import Interview
import SpeechTiming

/// The folder `transcripts` of a session while its words are worked on: the files as given, and what is temporary.
///
/// One process at a time has it. What is temporary goes with the value, and what a kill left of it goes with the next.
package struct TranscriptFolder: ~Copyable {
  private let session: SessionFolder
  private let descriptor: Int32
  private var path: String { session.transcriptFolder }

  /// Makes the folder of `session`, where there is none, and has it alone.
  /// - Throws: `inUse` where another process has it or records into the session, `badData` where there is something
  ///   else of its name, `cannotCreate`.
  package init(of session: SessionFolder) throws(SessionError) {
    if RecordingMark.isHeld(in: session) { throw session.isInUse }
    let path = session.transcriptFolder
    mkdir(path, 0o700)
    // A link would lead files and what is removed out of the session.
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOTDIR, ELOOP: throw SessionError(.badData, "\(path) is not a folder; move it away.")
      default: throw SessionError(.cannotCreate, "Cannot make the folder \(path); check the session's permissions.")
      }
    }
    // A file system without locks has no other process either, as far as can be told.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(descriptor)
      throw SessionError(.inUse, "Another `starpace transcript` works on \(session.path); end that first.")
    }
    (self.session, self.descriptor) = (session, descriptor)
    removeTemporary()
  }

  deinit {
    removeTemporary()
    // Only where nothing was kept.
    rmdir(path)
    close(descriptor)
  }

  /// Keeps `bytes` as they were given, named after the take in `take` with the ending of `name`.
  /// - Throws: `cannotWrite`.
  package func keep(_ bytes: [UInt8], as name: String, of take: Take) throws(SessionError) {
    try remove(of: take)
    let ending = (name as NSString).pathExtension.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let file = "\(path)/\(stem(of: take)).\(ending.isEmpty ? "txt" : String(ending.prefix(8)))"
    do {
      try writeWhole(Data(bytes), to: file)
    } catch {
      throw SessionError(.cannotWrite, "Cannot write \(file); make room on the disk.")
    }
  }

  /// Removes what is kept of `take`.
  /// - Throws: `cannotWrite`.
  package func remove(of take: Take) throws(SessionError) {
    for name in names where (name as NSString).deletingPathExtension == stem(of: take) {
      guard unlink("\(path)/\(name)") == 0 else {
        throw SessionError(.cannotWrite, "Cannot remove \(path)/\(name); check the folder's permissions.")
      }
    }
  }

  /// Makes an empty folder for what is temporary, and removes what was there.
  /// - Throws: `cannotCreate`.
  package func makeTemporary() throws(SessionError) -> String {
    removeTemporary()
    guard mkdir(temporary, 0o700) == 0 else {
      throw SessionError(.cannotCreate, "Cannot make a folder in \(path); make room on the disk.")
    }
    return temporary
  }

  /// Removes what is temporary.
  package func removeTemporary() { try? FileManager.default.removeItem(atPath: temporary) }

  private var temporary: String { "\(path)/.work" }

  private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }

  private func stem(of take: Take) -> String {
    ((take.file as NSString).lastPathComponent as NSString).deletingPathExtension
  }
}

extension SessionFolder {
  /// The folder of the transcripts as given.
  var transcriptFolder: String { "\(path)/transcripts" }

  /// The words of each take of `session` that `files` tell: see `TranscriptFile`.
  /// - Throws: a `SessionError` where it is not clear which words belong where.
  package func assigned(
    _ files: [TranscriptFile], in session: Session
  ) throws(SessionError) -> [(subject: Take.Subject, file: TranscriptFile)] {
    try Sessions.assigned(
      files,
      to: session.takes.map {
        TakeSpan(subject: $0.subject, file: $0.file, start: $0.offset, end: $0.offset + $0.timing.duration)
      })
  }

  /// The path of the sound file of `take`.
  /// - Throws: `badData` where the session names a file elsewhere, `noInput` where it is gone.
  package func sound(of take: Take) throws(SessionError) -> String {
    guard !take.file.contains("/"), ![".", ".."].contains(take.file) else {
      throw SessionError(.badData, "\(path) names a take outside its folder; replay the recordings instead.")
    }
    let file = "\(path)/\(take.file)"
    guard FileManager.default.fileExists(atPath: file) else {
      throw SessionError(.noInput, "There is no \(take.file) in \(path); put it back, or name transcripts as files.")
    }
    return file
  }
}
