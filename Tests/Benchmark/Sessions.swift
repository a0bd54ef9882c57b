import BuiltSessions
import Foundation
import Scenarios

/// Prints what history and cohorts over many sessions take: the first index, and each time after that.
///
/// Whole processes on all cores: time on the clock, the median of three, and the most memory held at once. The first
/// index runs once.
func measureSessions(scratch: String) throws {
  guard !ScenarioLibrary(folders: ["Scenarios"]).ids.isEmpty else {
    print("History and cohorts are left out: no scenario lies in Scenarios; run this from the checkout.")
    return
  }
  print("history and coach over generated sessions of five steps and two probes, on all cores: time on the clock")
  print(
    cells(
      "sessions of candidates".padded(24), ("session.json", 14), ("first index", 13), ("memory", 9), ("coach", 9),
      ("memory", 9), ("history", 9), ("memory", 9)))
  var first: Figures?
  for (candidateCount, sessionsEach) in [(5, 200), (50, 200)] {
    let folder = "\(scratch)/cohort-\(candidateCount)"
    // By another process: what this one has held counts as held by those that it starts.
    _ = try Child([CommandLine.arguments[0], "write-cohort", folder, "\(candidateCount)", "\(sessionsEach)"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let figures = try Figures(of: folder, scratch: scratch)
    func time(_ timed: TimedChild) -> (String, Int) { (String(format: "%.2f s", timed.seconds), 9) }
    func memory(_ timed: TimedChild) -> (String, Int) { (String(format: "%.0f MiB", timed.peakMiB), 9) }
    print(
      cells(
        "\(candidateCount * sessionsEach) of \(candidateCount)".padded(24),
        ("\(figures.meanSize / 1000) kB", 14), (String(format: "%.2f s", figures.index.seconds), 13),
        memory(figures.index), time(figures.coach), memory(figures.coach), time(figures.history),
        memory(figures.history)))
    if let first {
      print(
        cells(
          "ratio".padded(24), (String(format: "%.2f", Double(figures.meanSize) / Double(first.meanSize)), 14),
          (String(format: "%.1f", figures.index.seconds / first.index.seconds), 13), ("", 9),
          (String(format: "%.1f", figures.coach.seconds / first.coach.seconds), 9), ("", 9),
          (String(format: "%.1f", figures.history.seconds / first.history.seconds), 9)))
    }
    first = figures
    fflush(nil)
  }
  print("history looks at all sessions in one folder, coach at a folder a candidate.\n")
}

/// Writes a cohort into the folder that `words` begin with, of so many candidates with so many sessions each.
func writeCohort(_ words: [String]) throws {
  guard words.count == 3, let candidateCount = Int(words[1]), let sessionsEach = Int(words[2]) else {
    print("Usage: starpace-bench write-cohort FOLDER CANDIDATES SESSIONS-EACH")
    exit(64)
  }
  let scenarios = ScenarioLibrary(folders: ["Scenarios"]).all().files
  try BuiltCohort(candidateCount: candidateCount, sessionsEach: sessionsEach, scenarios: scenarios).write(to: words[0])
}

/// What one cohort takes.
private struct Figures {
  var meanSize: Int
  var index, coach, history: TimedChild

  /// The cohort in `folder`, with an index of its own.
  init(of folder: String, scratch: String) throws {
    let cache = "\(scratch)/cache"
    try? FileManager.default.removeItem(atPath: cache)
    setenv("XDG_CACHE_HOME", cache, 1)
    defer { unsetenv("XDG_CACHE_HOME") }
    meanSize = try Self.meanSize(in: folder)
    let coachCommand = [starpace, "coach", folder]
    index = try TimedChild(coachCommand)
    coach = try TimedChild.median(of: 3, coachCommand)
    // The same sessions as those of one candidate.
    let flat = "\(folder)-flat"
    try FileManager.default.createDirectory(atPath: flat, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: flat) }
    for candidate in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      for session in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(candidate)") {
        try FileManager.default.moveItem(
          atPath: "\(folder)/\(candidate)/\(session)", toPath: "\(flat)/\(session)-\(candidate)")
      }
    }
    let historyCommand = [starpace, "history", "--quiet", "--sessions", flat]
    _ = try TimedChild(historyCommand)
    history = try TimedChild.median(of: 3, historyCommand)
  }

  private static func meanSize(in folder: String) throws -> Int {
    var (count, size) = (0, 0)
    for candidate in try FileManager.default.contentsOfDirectory(atPath: folder) {
      for session in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(candidate)") {
        let file = "\(folder)/\(candidate)/\(session)/session.json"
        size += try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
        count += 1
      }
    }
    return count > 0 ? size / count : 0
  }
}

/// A program that ran to its end, with its time on the clock.
private struct TimedChild {
  var seconds: Double
  var peakMiB: Double

  init(_ command: [String]) throws {
    let clock = ContinuousClock()
    let start = clock.now
    peakMiB = try Child(command).peakMiB
    seconds = (clock.now - start) / .seconds(1)
  }

  /// The one in the middle of `count` runs.
  static func median(of count: Int, _ command: [String]) throws -> TimedChild {
    try (0..<count).map { _ in try TimedChild(command) }.sorted { $0.seconds < $1.seconds }[count / 2]
  }
}
