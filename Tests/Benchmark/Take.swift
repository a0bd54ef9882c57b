import BuiltSignals
import SoundFiles

/// A generated take: speech of 4 s and silence of 1 s in turn, over a little noise, all channels alike, 16 bit.
struct Take {
  var minutes: Int
  var sampleRate: Int
  var channelCount: Int
  var path: String

  var seconds: Double { Double(minutes) * 60 }
  var name: String {
    "\(minutes) min, \(sampleRate / 1000) kHz \(channelCount == 1 ? "mono" : "stereo")"
  }

  /// Writes the take, in pieces of 5 s: what is held in memory here would count as that of the programs measured.
  func write() throws {
    let piece = builtTake([.speech(4), .silence(1)], sampleRate: sampleRate).flatMap { sample in
      [Int16](repeating: Int16(max(-1, min(1, sample)) * 32_767), count: channelCount)
    }
    var writer = try TakeWriter.create(
      path, sampleRate: sampleRate, channelCount: channelCount, encoding: .int16)
    for _ in 0..<minutes * 12 { try writer.append(piece.span) }
    try writer.finish()
  }

  /// Reads the take and does nothing with it.
  func read() throws {
    var reader = try SoundReader.open(path)
    var block = [Float](repeating: 0, count: 1 << 15)
    while try reader.read(into: &block) > 0 {}
  }
}
