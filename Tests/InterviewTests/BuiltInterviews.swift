import Foundation
import Interview
import Scenarios
import SpeechTiming

/// A take whose answer lasts `answer` seconds after `latency`, with one silence of `pause` seconds in its middle.
func built(answer: Double, latency: Double = 0.5, pause: Double = 0) -> TakeTiming {
  let end = latency + answer
  let middle = latency + answer / 2
  let speech =
    answer == 0
    ? []
    : pause == 0
      ? [Interval(start: latency, end: end)]
      : [Interval(start: latency, end: middle - pause / 2), Interval(start: middle + pause / 2, end: end)]
  return TakeTiming(
    duration: end + 1, speech: speech, pauseThreshold: 0.25,
    level: TakeLevel(speech: -20, noiseFloor: -60, peak: -3, clippedSamples: 0))
}

/// Five answers at their targets, with those of `changed` in their place.
func answers(_ changed: [Step: TakeTiming] = [:]) -> [Step: TakeTiming] {
  let onTarget: [Step: TakeTiming] = [
    .situation: built(answer: 30), .task: built(answer: 20), .action: built(answer: 90), .result: built(answer: 20),
    .reflection: built(answer: 15),
  ]
  return onTarget.merging(changed) { $1 }
}

/// A shipped scenario.
func shipped(_ id: String) throws -> Scenario {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try ScenarioFile(path: root.appendingPathComponent("Scenarios/\(id).yaml").path).scenario
}

/// The ids of the shipped scenarios.
let shippedIDs = ["admitted-wrong", "kept-commitment", "owned-failure", "pushed-back", "wrong-call"]
