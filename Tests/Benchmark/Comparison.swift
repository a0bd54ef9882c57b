import Foundation
import Sessions

/// How fast a program went through sound, on one core.
struct Run {
  var program: String
  /// Seconds of sound.
  var heard: Double
  /// Seconds of processor time.
  var seconds: Double
  /// What the time was spent on.
  var does: String
}

extension Run {
  /// What a line of `Tests/Peers/speed.py` says; `nil` where it says something else.
  init?(line: Substring) {
    let fields = line.split(separator: "\t")
    guard fields.count == 4, let heard = Double(fields[1]), let seconds = Double(fields[2]) else { return nil }
    self.init(program: String(fields[0]), heard: heard, seconds: seconds, does: String(fields[3]))
  }
}

/// Prints the speed of StarPace beside that of others, each once in each of three rounds: a machine whose speed drifts
/// is as slow for one as for the other. Without the others installed, a sentence says so.
func compare(on take: Take, scratch: String) throws {
  try take.write()
  let peers = ".build/peers"
  let arePresent = FileManager.default.fileExists(atPath: "\(peers)/installed")
  let rounds = try (0..<3).map { _ in
    try ownRuns(on: take)
      + (arePresent ? peerRuns(on: take, python: "\(peers)/bin/python3", output: "\(scratch)/peers.tsv") : [])
  }
  print("\nThe same \(take.name), one core each: time for a second of sound, that of StarPace being 1")
  print(cells("program".padded(30), ("heard", 8), ("x real time", 13), ("time", 8)) + "  what it does")
  let ours = median(rounds.map { $0[0].seconds }) / take.seconds
  for (index, run) in rounds[0].enumerated() {
    let taken = median(rounds.map { $0[index].seconds }) / run.heard
    let row = cells(
      run.program.padded(30), (String(format: "%.0f min", run.heard / 60), 8),
      (String(format: "%.0f", 1 / taken), 13), (String(format: "%.2f", taken / ours), 8))
    print("\(row)  \(run.does)")
  }
  print(
    arePresent
      ? "The others have samples in memory and models loaded before the clock starts; StarPace opens the file."
      : "WebRTC VAD, Silero VAD and Praat are left out: \(peers) lacks them; `make bench` installs them from PyPI.")
}

private func ownRuns(on take: Take) throws -> [Run] {
  [
    Run(
      program: "StarPace", heard: take.seconds, seconds: try Child([starpace, "analyze", take.path]).seconds,
      does: "opens, reads, finds speech, pauses, syllables, pitch, “uh”, levels; JSON"),
    Run(
      program: "StarPace, in this process", heard: take.seconds,
      seconds: try seconds { _ = try measure(take.path) }, does: "the same without start and JSON"),
    Run(
      program: "reading alone", heard: take.seconds, seconds: try seconds { try take.read() },
      does: "libsndfile, samples thrown away"),
  ]
}

private func peerRuns(on take: Take, python: String, output: String) throws -> [Run] {
  _ = try Child([python, "Tests/Peers/speed.py", take.path], output: output)
  return try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").compactMap { Run(line: $0) }
}
