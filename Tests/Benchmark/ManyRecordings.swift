import Foundation

/// Prints how one process that measures many recordings stands to GNU parallel on the same cores.
///
/// By the clock, medians of three rounds in which each runs once; the share of one process with one thread is what the
/// cores add. On a machine that does other things meanwhile, all three suffer.
func measureManyRecordings(scratch: String) throws {
  let recording = Take(minutes: 1, sampleRate: 16_000, channelCount: 1, path: "\(scratch)/one-of-many.wav")
  try recording.write()
  defer { try? FileManager.default.removeItem(atPath: recording.path) }
  let (count, cores) = (120, ProcessInfo.processInfo.activeProcessorCount)
  let list = "\(scratch)/many.txt"
  try String(repeating: recording.path + "\n", count: count).write(toFile: list, atomically: true, encoding: .utf8)
  let hasParallel = (try? Child(["parallel", "--version"])) != nil
  let (perProcess, few) = (count / (2 * cores), 1)
  func parallel(_ block: Int) -> String {
    "parallel --pipe -N\(block) -j\(cores) --keep-order \(starpace) analyze --jobs 1 < \(list)"
  }
  var ways = [
    ("one process, \(cores) at once", "\(starpace) analyze < \(list)"),
    ("one process, one at once", "\(starpace) analyze --jobs 1 < \(list)"),
  ]
  if hasParallel {
    ways += [
      ("parallel -j\(cores), \(perProcess) a process", parallel(perProcess)),
      ("parallel -j\(cores), \(few) a process", parallel(few)),
    ]
  }
  let rounds = try (0..<3).map { _ in
    try ways.map { _, command in
      let start = ContinuousClock.now
      _ = try Child(["sh", "-c", command])
      return start.duration(to: .now) / .seconds(1)
    }
  }
  print("\nMany recordings: \(count) of a minute, on \(cores) cores, by the clock; median of 3, one process being 1")
  print(cells("".padded(34), ("time", 10), ("ratio", 8), ("x real time", 14)))
  let ours = median(rounds.map { $0[0] })
  for (index, way) in ways.enumerated() {
    let taken = median(rounds.map { $0[index] })
    print(
      cells(
        way.0.padded(34), (String(format: "%.2f s", taken), 10), (String(format: "%.2f", taken / ours), 8),
        (String(format: "%.0f", recording.seconds * Double(count) / taken), 14)))
  }
  if !hasParallel { print("GNU parallel is left out: install it with apt-get install parallel.") }
  fflush(nil)
}
