import BuiltSignals
import Foundation
import VirtualMicrophoneSupport

/// Prints what a rehearsal uses while it records for a minute, and how long after the last key its report is there.
///
/// A take is measured when it ends: after the last key only the last take is left. In one rehearsal it is as long as its
/// target, in the other, of three minutes in all, eight times that.
func measureRecording(scratch: String) throws {
  let piece = builtTake([.speech(4), .silence(1)], sampleRate: 48_000).map { Int16(max(-1, min(1, $0)) * 32_767) }
  // 300 s, which each rehearsal hears from the start: the longer takes 190.
  let microphone = try VirtualMicrophone(hearing: .int16(piece), times: 60, sampleRate: 48_000)
  microphone.plugIn()
  defer { microphone.unplug() }
  setenv("TERM", "xterm-256color", 1)
  print("starpace rehearse SCENARIO, on one core, while recording 60 s of speech (48 kHz, 16 bit)")
  print(
    cells(
      "form".padded(24), ("share of one core", 18), ("peak memory", 14), ("last take", 11),
      ("from the last key to the report", 33)))
  for (name, isAtTerminal, lastTake) in [("plain lines, pipes", false, 15.0), ("screen of 80 by 24", true, 120)] {
    let cost = try cost(atTerminal: isAtTerminal, lastTake: lastTake, scratch: scratch)
    print(
      cells(
        name.padded(24), (String(format: "%.2f %%", 100 * cost.share), 18),
        (String(format: "%.0f MiB", cost.peakMiB), 14), (String(format: "%.0f s", lastTake), 11),
        (String(format: "%.2f s", cost.secondsToReport), 33)))
    fflush(nil)
  }
  print(
    "The microphone is made of software and runs in the process measured. The last key ends the fifth take; until the\n"
      + "report is there is time on the clock.\n")
}

/// What a rehearsal costs: a share of one core while recording, memory in all, seconds from the last key to the end.
private struct Cost {
  var share: Double
  var peakMiB: Double
  var secondsToReport: Double
}

/// Records Situation for a minute, Reflection for `lastTake` seconds, and a second of each other step.
private func cost(atTerminal: Bool, lastTake: Double, scratch: String) throws -> Cost {
  let clock = ContinuousClock()
  var program = try SteeredProgram(
    [
      starpace, "rehearse", "Scenarios/owned-failure.yaml", "--probes", "0", "--no-mic-check", "--no-self-check",
      "--sessions",
      "\(scratch)/sessions",
    ], atTerminal: atTerminal)
  try program.wait(for: "1 Situation, ")
  // Beginning is not recording.
  program.run(seconds: 1)
  let (start, begun) = (program.seconds, clock.now)
  program.run(seconds: 60)
  let share = (program.seconds - start) / ((clock.now - begun) / .seconds(1))
  for (step, seconds) in [("2 Task", 1.0), ("3 Action", 1), ("4 Result", 1), ("5 Reflection", lastTake)] {
    program.press("\n")
    try program.wait(for: "\(step), ")
    program.run(seconds: seconds)
  }
  let pressed = clock.now
  program.press("\n")
  try program.wait(for: "Session kept in ")
  let secondsToReport = (clock.now - pressed) / .seconds(1)
  return Cost(share: share, peakMiB: try program.end().peakMiB, secondsToReport: secondsToReport)
}
