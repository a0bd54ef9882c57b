import ArgumentParser
import Glibc
import Rehearsal
import Reports
import Sessions

/// `starpace play`: listen to a take.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play a take, or all takes of a session; the latest if none is named.",
    discussion: """
      A sound file, or a session and one of its steps or probes (`starpace play SESSION action`), or a step of the \
      latest session (`starpace play action`). q or Ctrl-C stops.
      """)

  @Argument(help: ArgumentHelp("A sound file, a step, or a session and a step.", valueName: "take"))
  var words: [String] = []

  @Option(help: ArgumentHelp("Where to begin, such as 0:46.", valueName: "m:ss"))
  var from = "0:00"

  @Option(help: "The playback device, a name of ALSA; `aplay -L` lists them.")
  var device = "default"

  @Option(help: ArgumentHelp("Where sessions are kept.", valueName: "folder"))
  var sessions: String?

  @Flag(help: "No line that tells where it is.")
  var quiet = false

  mutating func run() throws {
    try reportingFailures {
      guard let start = seconds(from: from[...]) else {
        throw SessionError(.usage, "'\(from)' is not a time. Write it as --from 0:46.")
      }
      let places = Places()
      let takes = try takesToPlay(words, places: places, sessions: sessions ?? places.sessions)
      guard start == 0 || takes.count == 1 else {
        throw SessionError(.usage, "--from needs one take; name its step too.")
      }
      let terminal = Terminal(STDERR_FILENO)
      let console = Console(
        style: terminal.style(noColor: true), isTerminal: terminal.isTerminal, isQuiet: quiet)
      if try playAtTerminal(takes, from: start, device: device, console: console) == .interrupted {
        throw ExitCode(130)
      }
    }
  }
}
