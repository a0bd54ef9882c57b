import BuiltSignals
import Foundation
import Sessions
import SoundFiles

/// Speed and memory of the analysis over a generated hour, as ratios in one run: machines differ and are noisy.
///
/// Each figure is the median of three runs. Speed is told as multiples of real time and against merely reading the
/// same file; memory is the process's peak so far, so that the shapes run from the smallest to the largest.
@main
struct Benchmark {
  static func main() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("starpace-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let minutes = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 60
    print("\(minutes) min of built speech, median of 3 runs")
    print("shape                  analysis   x real time   reading alone   analysis/reading   peak memory")
    for (name, rate, channels) in [("16 kHz mono 16 bit", 16_000, 1), ("48 kHz stereo 16 bit", 48_000, 2)] {
      let path = folder.appendingPathComponent("\(rate)-\(channels).wav").path
      try writeTake(to: path, minutes: minutes, sampleRate: rate, channelCount: channels)
      let reading = try median { try read(path) }
      let analysis = try median { _ = try measure(path) }
      print(
        [
          name.padding(toLength: 22, withPad: " ", startingAt: 0),
          column(analysis, "%.2f s", width: 9), column(Double(minutes) * 60 / analysis, "%.0f", width: 14),
          column(reading, "%.2f s", width: 16), column(analysis / reading, "%.1f", width: 19),
          column(peakMemoryInMiB, "%.0f MiB", width: 14),
        ].joined())
    }
  }

  /// Writes speech of 4 s and silences of 1 s in turn, over a little noise, all channels alike.
  private static func writeTake(to path: String, minutes: Int, sampleRate: Int, channelCount: Int) throws {
    let pieces = (0..<12).flatMap { _ in [Piece.speech(4), .silence(1)] }
    let minute = builtTake(pieces, sampleRate: sampleRate).flatMap { sample in
      [Int16](repeating: Int16(max(-1, min(1, sample)) * 32_767), count: channelCount)
    }
    var writer = try TakeWriter.create(path, sampleRate: sampleRate, channelCount: channelCount, encoding: .int16)
    for _ in 0..<minutes { try writer.append(minute.span) }
    try writer.finish()
  }

  private static func read(_ path: String) throws {
    var reader = try SoundReader.open(path)
    var block = [Float](repeating: 0, count: 1 << 15)
    while try reader.read(into: &block) > 0 {}
  }

  /// Seconds that `work` takes, the median of three runs.
  private static func median(_ work: () throws -> Void) throws -> Double {
    let clock = ContinuousClock()
    return try (0..<3).map { _ in try clock.measure(work) / .seconds(1) }.sorted()[1]
  }

  private static var peakMemoryInMiB: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  private static func column(_ value: Double, _ format: String, width: Int) -> String {
    let text = String(format: format, value)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
