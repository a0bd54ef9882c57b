import Foundation

/// What recording uses, speed and memory of the analysis over generated speech, and its speed against other programs'.
///
/// But for history, cohorts and many recordings all of it runs on one core. Times are seconds of processor time, medians of
/// three runs: machines differ and are noisy, so what counts are the ratios in one run. An argument sets the minutes of
/// speech, 60 without; `sessions` measures history and cohorts alone, `words` the search in words and the choice of probes.
@main
struct Benchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "write-cohort" { return try writeCohort(Array(arguments.dropFirst())) }
    if arguments.first == "words" {
      keepToOneCore()
      measureWords()
      return measureChoice()
    }
    let folder = ".build/bench"
    let minutes = arguments.first.flatMap { Int($0) } ?? 60
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // Before this process keeps to one core, and first: these ask for the memory of programs that hold little.
    try measureSessions(scratch: folder)
    if arguments.first == "sessions" { return }
    try measureManyRecordings(scratch: folder)
    keepToOneCore()
    try measureRecording(scratch: folder)
    let mono = Take(minutes: minutes, sampleRate: 16_000, channelCount: 1, path: "\(folder)/mono.wav")
    let stereo = Take(minutes: minutes, sampleRate: 48_000, channelCount: 2, path: "\(folder)/stereo.wav")
    let long = Take(minutes: 3 * minutes, sampleRate: 48_000, channelCount: 2, path: "\(folder)/long.wav")

    print("starpace analyze FILE, on one core: seconds of processor time, median of 3 runs (the longest take: 1 run)")
    print(
      cells(
        "take (16 bit)".padded(24), ("analysis", 10), ("x real time", 14), ("reading alone", 16),
        ("analysis/reading", 19), ("peak memory", 14)))
    try measure(mono, runs: 3)
    try measure(stereo, runs: 3)
    try measure(long, runs: 1)
    measureWords()
    measureChoice()
    try compare(on: mono, scratch: folder)
  }

  /// Writes a take and prints what the program takes to analyse it.
  private static func measure(_ take: Take, runs: Int) throws {
    try take.write()
    defer { try? FileManager.default.removeItem(atPath: take.path) }
    let children = try (0..<runs).map { _ in try Child([starpace, "analyze", take.path]) }
    let analysis = median(children.map(\.seconds))
    let reading = median(try (0..<3).map { _ in try seconds { try take.read() } })
    print(
      cells(
        take.name.padded(24), (String(format: "%.2f s", analysis), 10),
        (String(format: "%.0f", take.seconds / analysis), 14), (String(format: "%.2f s", reading), 16),
        (String(format: "%.1f", analysis / reading), 19),
        (String(format: "%.0f MiB", children.map(\.peakMiB).max() ?? 0), 14)))
    fflush(nil)
  }
}

/// The program, which lies where this one does.
let starpace = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  .appendingPathComponent("starpace").path
