import ArgumentParser
import Foundation
import Interview
import Reports
import Sessions

/// `starpace recover`: sessions of the recordings that a crash left.
struct RecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Make sessions of recordings that a crash left unfinished.",
    discussion: """
      Without a session, all of them are looked through. What was said is never changed: headers are brought up to \
      date, the takes are measured, and session.json takes them in. A session that is being recorded is left alone.
      """)

  @Argument(help: "Session folders, or their names among the sessions; all if none is named.")
  var sessionNames: [String] = []

  @Option(help: ArgumentHelp("Where sessions are kept.", valueName: "folder"))
  var sessions: String?

  @Flag(help: "Say what would be recovered, and change nothing.")
  var dryRun = false

  mutating func run() throws {
    try reportingFailures {
      let sessions = sessions ?? Places().sessions
      let isNamed = !sessionNames.isEmpty
      let folders =
        isNamed
        ? sessionNames.map { SessionFolder.named($0, in: sessions) } : SessionFolder.all(in: sessions)
      var recovered = 0
      var firstFailure: Int32?
      for folder in folders {
        do {
          guard let recovery = try Recovery.needed(in: folder) else { continue }
          if !dryRun { try recovery.carryOut() }
          recovered += 1
          if !recovery.takes.isEmpty { print(recovery.summary(isDone: !dryRun)) }
          for sentence in recovery.unreadable { warn(sentence) }
          if !recovery.unreadable.isEmpty { firstFailure = firstFailure ?? 65 }
        } catch {
          warn(sentence(of: error))
          // A rehearsal that goes on meanwhile is no failure of a look through all sessions.
          if !isNamed, (error as? SessionError)?.kind == .inUse { continue }
          firstFailure = firstFailure ?? exitStatus(of: error)
        }
      }
      if let firstFailure { throw ExitCode(firstFailure) }
      if recovered == 0 {
        print("Nothing to recover in \(isNamed ? sessionNames.joined(separator: ", ") : sessions).")
      }
    }
  }
}

extension Recovery {
  /// `Recovered 2 takes, 0:14 in all: 1-situation.wav 0:12, 2-task.wav 0:02. See starpace report PATH`
  func summary(isDone: Bool) -> String {
    let length = clock(takes.reduce(0) { $0 + $1.seconds })
    let names = takes.map { "\($0.file) \(clock($0.seconds))" }.joined(separator: ", ")
    let words = "\(takes.count) \(takes.count == 1 ? "take" : "takes"), \(length) in all: \(names)"
    return isDone
      ? "Recovered \(words). `starpace report \(folder.path)` shows the session."
      : "Would recover \(words), in \(folder.path)"
  }
}
