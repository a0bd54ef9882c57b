import Foundation
package import Interview
import Scenarios
import SoundFiles

/// What a crash left in a session's folder, and how it becomes a session.
///
/// The recordings are never rewritten: a header left behind is brought up to date, and `session.json` takes in what
/// it does not name yet. What it says already stays. Done twice, the second time finds nothing.
package struct Recovery: Sendable {
  /// A take that has to be looked after.
  package struct Found: Sendable {
    package var subject: Take.Subject
    /// Its name in the folder.
    package var file: String
    /// Length of the sound in it.
    package var seconds: Double
    /// What its header should say; `nil` where it is right.
    var repair: HeaderRepair?
  }

  package let folder: SessionFolder
  /// The takes that `session.json` does not name, and those whose header is not finished, in order.
  package let takes: [Found]
  /// A sentence for each file named as a take that cannot be read; they stay as they are.
  package let unreadable: [String]
  /// The order of all takes of the folder.
  private let order: [Take.Subject]
  private let written: SessionFolder.Written

  /// Looks through `folder` and changes nothing.
  ///
  /// - Returns: nil where the session is whole and where nothing was said.
  /// - Throws: `inUse` where another process records into it, `badData` where a newer StarPace wrote it or where
  ///   two files answer the same, `noInput` where it is no folder that can be read.
  package static func needed(in folder: SessionFolder) throws(SessionError) -> Recovery? {
    if RecordingMark.isHeld(in: folder) { throw folder.isInUse }
    let written = folder.written
    if case .newer = written { throw folder.isNewer }
    let recorded: Session? = if case .session(let session) = written { session } else { nil }
    let present = try folder.takes()
    var takes: [Found] = []
    var unreadable: [String] = []
    for (subject, file) in present {
      let isNamed = recorded?.take(of: subject)?.file == file
      do throws(SoundFileError) {
        let path = "\(folder.path)/\(file)"
        let repair = try HeaderRepair.needed(for: path)
        if isNamed, repair == nil { continue }
        let reader = try SoundReader.open(path)
        let seconds = Double(repair?.frameCount ?? reader.frameCount ?? 0) / Double(reader.sampleRate)
        takes.append(Found(subject: subject, file: file, seconds: seconds, repair: repair))
      } catch {
        // Killed as it began: nothing was said in it.
        if error.kind != .noSound { unreadable.append(error.message) }
      }
    }
    guard !takes.isEmpty || !unreadable.isEmpty else { return nil }
    return Recovery(
      folder: folder, takes: takes, unreadable: unreadable, order: present.map(\.subject), written: written)
  }

  /// Repairs the headers, measures the takes, and writes the session.
  ///
  /// A `session.json` that is none is kept beside the new one, as `session.broken-1.json`.
  /// - Throws: a `SoundFileError` or `SessionError` where the folder cannot be written to or is in use.
  package func carryOut() throws {
    let mark = try RecordingMark.hold(in: folder)
    var session = base
    for found in takes {
      try found.repair?.carryOut()
      guard let span = try measure("\(folder.path)/\(found.file)").spans.first else { continue }
      let before = session.take(of: found.subject)?.remarks ?? []
      session.takes.removeAll { $0.subject == found.subject }
      session.takes.append(
        Take(
          subject: found.subject, file: found.file, timing: span.timing,
          remarks: before.contains(Self.remark) ? before : before + [Self.remark]))
      session.noteAsked(found.subject)
    }
    session.takes.sort { place(of: $0) < place(of: $1) }
    if !session.takes.isEmpty {
      if case .broken = written { try folder.setAside("session.json", as: "broken") }
      try folder.write(session)
    }
    mark.remove()
  }

  /// What the report says of a take that was recovered.
  static let remark = "The recording broke off here and was recovered; the last words may be missing."

  private func place(of take: Take) -> Int { order.firstIndex(of: take.subject) ?? order.count }

  /// The session that the takes are added to: the recorded one, or what the folder's name and content tell.
  private var base: Session {
    if case .session(let session) = written { return session }
    // As `SessionFolder.create` names a folder: 2026-11-20T19-04-11Z_owned-failure.
    let name = (folder.path as NSString).lastPathComponent.wholeMatch(
      of: /(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\dZ)_(.+?)(-\d+)?/)
    let scenario = (try? folder.scenario())?.id ?? name.map { String($0.4) } ?? Replay.defaultScenario
    return Session(
      scenario: scenario, level: .sde2, started: name.map { "\($0.1):\($0.2):\($0.3)" }, seed: 1,
      mode: name == nil ? .interview : .rehearse)
  }
}

extension SessionFolder {
  /// The sessions in the folder `sessions` that a crash left with something to recover, the earliest first.
  ///
  /// Only sessions with the mark of a recording are looked into: this is quick among any number of sessions.
  package static func brokenOff(in sessions: String) -> [SessionFolder] {
    all(in: sessions).filter { folder in
      RecordingMark.exists(in: folder) && (try? Recovery.needed(in: folder)) != nil
    }
  }

  /// All folders in the folder `sessions`, the earliest first, whatever they hold.
  package static func all(in sessions: String) -> [SessionFolder] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sessions)) ?? []
    return names.sorted().map { SessionFolder(path: "\(sessions)/\($0)") }.filter { folder in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue
    }
  }
}

extension Session {
  /// Adds what was asked before an answer whose question was lost.
  fileprivate mutating func noteAsked(_ subject: Take.Subject) {
    let reason = "It was asked when the session broke off."
    guard let id = subject.probeID else { return }
    if !probes.contains(where: { $0.id == id }) { probes.append(ChosenProbe(id: id, reasons: [reason])) }
    if subject.isFollowUp, let index = probes.firstIndex(where: { $0.id == id }), probes[index].followUp == nil {
      probes[index].followUp = FollowUp(question: "One question more.", reason: reason)
    }
  }
}
