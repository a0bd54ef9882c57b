import ArgumentParser
import Capture
import Equipment
import Foundation
import Reports
import SpeechTiming

/// `starpace mic-check`: whether the microphone is good enough, before anything depends on it.
struct MicCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mic-check",
    abstract: "Listen for five seconds and say whether the microphone is good enough.",
    discussion: """
      Speak while it listens, as in an answer. The verdict is one of: no data, digital silence, clipping, noisy, \
      no speech, too quiet, good; with the levels of speech and room, and what to change. Nothing is kept.

      Exit codes: 0 good, 1 not good enough, 69 no microphone or sound server.
      """)

  @Option(help: "The microphone; `starpace devices` lists those present.")
  var device = "default"

  @Option(help: "For how long to listen, in seconds (2 to 60).")
  var seconds = 5

  @Flag(help: "Let the sound library report what it tries.")
  var verbose = false

  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    guard (2...60).contains(seconds) else { throw ValidationError("--seconds takes a number from 2 to 60.") }
  }

  mutating func run() throws {
    try reportingFailures {
      let recorder = Recorder(try Microphone.open(device: device, verbose: verbose))
      let line = LevelLine(isShown: !output.quiet && Terminal(STDERR_FILENO).isTerminal)
      if !output.quiet { warn("Speak now, as in an answer, for \(seconds) seconds.") }
      let check = try checkMicrophone(recorder, seconds: Double(seconds), isSpeechExpected: true) {
        line.draw($0.level, secondsLeft: Double(seconds) - Double($0.frameCount) / Double($0.format.sampleRate))
      }
      line.clear()
      let report = MicrophoneReport(
        verdict: check.verdict, timing: check.timing, device: recorder.device.name,
        sampleRate: recorder.format.sampleRate)
      try output.show(report)
      if check.verdict != .good { throw ExitCode(1) }
    }
  }
}

/// The level while it listens, drawn over itself on standard error.
private struct LevelLine {
  let isShown: Bool

  /// `4 s  ███████████████·········  -23 dBFS`, from -60 dBFS on.
  func draw(_ level: SignalLevel, secondsLeft: Double) {
    let decibels = max(-99, min(0, level.rootMeanSquare))
    let filled = Int(max(0, (decibels + 60) / 60 * 24).rounded())
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 24 - filled)
    write("\r\(Int(secondsLeft.rounded(.up))) s  \(bar)  \(Int(decibels.rounded())) dBFS\u{1B}[K")
  }

  /// Takes the line away.
  func clear() { write("\r\u{1B}[K") }

  private func write(_ text: String) {
    if isShown { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
  }
}
