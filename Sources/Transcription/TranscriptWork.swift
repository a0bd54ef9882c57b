package import Interview
package import Sessions
import SpeechTiming
import Transcripts

/// The words of one session as a person works on them; each step of the work is in `session.json` before the next.
package struct TranscriptWork: ~Copyable {
  private let folder: SessionFolder
  private let files: TranscriptFolder
  /// The session as it stands.
  package private(set) var session: Session

  /// The work on the session in `folder`.
  /// - Throws: a `SessionError` where there is none, nothing is measured, or another process works on it.
  package init(on folder: SessionFolder) throws(SessionError) {
    _ = try folder.measured()
    let files = try TranscriptFolder(of: folder)
    // Read again once it is ours alone: what another process has just written must not be lost.
    let session = try folder.measured()
    self.folder = folder
    self.files = files
    self.session = session
  }

  /// The takes without words in which speech was heard, or in which that cannot be told: a recogniser makes words of
  /// silence too.
  package var takesToTranscribe: [Take] {
    session.takes.filter { $0.transcript == nil && ($0.timing.answer != nil || !$0.timing.isTrusted) }
  }

  /// The takes whose words are not accepted.
  package var takesToReview: [Take] { session.takes.filter { $0.transcript?.isAccepted == false } }

  /// Reads `paths`, keeps them as given, and takes their words in, not accepted.
  ///
  /// Nothing is kept where one of them cannot be read.
  /// - Throws: a `TranscriptError` or a `SessionError`.
  package mutating func take(in paths: [String]) throws {
    let given = try folder.assigned(paths.map { try TranscriptFile(path: $0) }, in: session)
    for (subject, file) in given { try keep(file, of: subject) }
  }

  /// Has `recogniser` write down the words of `take`, not accepted. `tick` is called some twenty times a second.
  /// - Throws: a `TranscriptionError`, `TranscriptError` or `SessionError`; what was done before is kept.
  package mutating func transcribe(_ take: Take, with recogniser: Recogniser, _ tick: () -> Void) throws {
    let sound = try folder.sound(of: take)
    let temporary = try files.makeTemporary()
    defer { files.removeTemporary() }
    try keep(recogniser.transcript(ofSound: sound, in: temporary, tick), of: take.subject)
  }

  /// Makes the words of `take` count.
  /// - Throws: `cannotWrite`.
  package mutating func accept(_ take: Take) throws(SessionError) {
    try change(take.subject) { $0.transcript?.isAccepted = true }
  }

  /// Has the words of `take` corrected in `editor`; whether they count stays as it is.
  /// - Throws: a `TranscriptionError` or a `SessionError`; then nothing is changed.
  package mutating func correct(_ take: Take, in editor: Editor) throws {
    guard let transcript = take.transcript else { return }
    let temporary = try files.makeTemporary()
    defer { files.removeTemporary() }
    let corrected = try editor.corrected(transcript, in: temporary)
    try change(take.subject) { $0.transcript = corrected }
  }

  /// Removes all words of the session, and the files that they came from.
  /// - Throws: `cannotWrite`.
  package mutating func removeAll() throws(SessionError) {
    for take in session.takes { try files.remove(of: take) }
    for index in session.takes.indices { session.takes[index].transcript = nil }
    try folder.write(session)
  }

  private mutating func keep(_ file: TranscriptFile, of subject: Take.Subject) throws(SessionError) {
    guard let take = session.take(of: subject) else { return }
    try files.keep(file.bytes, as: file.path, of: take)
    try change(subject) { $0.transcript = file.transcript }
  }

  private mutating func change(_ subject: Take.Subject, _ change: (inout Take) -> Void) throws(SessionError) {
    guard let index = session.takes.firstIndex(where: { $0.subject == subject }) else { return }
    change(&session.takes[index])
    try folder.write(session)
  }
}
