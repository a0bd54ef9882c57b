import Glibc
import Testing

@testable import SoundFiles

@Suite struct OpusEncoderTests {
  /// A tone that begins after half of the time.
  private let samples: [Float] = (0..<32_000).map { $0 < 16_000 ? 0 : 0.3 * sinf(2 * .pi * 440 * Float($0) / 16_000) }

  private func encoded(block: Int) throws -> [UInt8] {
    var encoder = try OpusEncoder.begin()
    for start in stride(from: 0, to: samples.count, by: block) {
      encoder.append(samples.span.extracting(start..<min(start + block, samples.count)))
    }
    return try encoder.finish()
  }

  @Test func `what is encoded is read back as long as it was, the sound at its place`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("take.ogg", of: encoded(block: 1_000))
    let reader = try SoundReader.open(path)
    #expect(reader.browserMediaType == OpusEncoder.mediaType)
    let read = try ReadSound(path)
    #expect(read.formatName.contains("Opus"))
    let rate = reader.sampleRate
    #expect(abs(read.samples.count - 2 * rate) < rate / 50)
    let first = try #require(read.samples.firstIndex { abs($0) > 0.1 })
    #expect(abs(first - rate) < rate / 100)
    let tone = read.samples[(rate + rate / 10)..<(2 * rate - rate / 10)]
    let power = tone.reduce(0) { $0 + $1 * $1 } / Float(tone.count)
    #expect(abs(power.squareRoot() - 0.3 / Float(2).squareRoot()) < 0.02)
  }

  @Test func `the same sound gives the same bytes`() throws {
    #expect(try encoded(block: 1_000) == encoded(block: 1_000))
    #expect(try encoded(block: 32_000) == encoded(block: 777))
  }

  @Test func `it takes some four kilobytes a second, and no sound a few bytes`() throws {
    #expect(try encoded(block: 32_000).count < 12_000)
    let nothing = try OpusEncoder.begin().finish()
    #expect(nothing.count < 2_000)
  }

  @Test func `the pages of the stream have the serial number 1 and a checksum that holds`() throws {
    var bytes = try encoded(block: 32_000)
    let before = bytes
    #expect(bytes.starts(with: "OggS".utf8) && Array(bytes[14..<18]) == [1, 0, 0, 0])
    nameOggStream(in: &bytes)
    #expect(bytes == before)
  }

  @Test func `bytes that are no Ogg file are left alone as far as they are none`() {
    for bytes in [[], [1, 2, 3], [UInt8](repeating: 255, count: 40)] as [[UInt8]] {
      var same = bytes
      nameOggStream(in: &same)
      #expect(same == bytes)
    }
  }

  @Test(arguments: SoundFormat.lossless + SoundFormat.lossy)
  func `browsers are said to play what they play`(format: SoundFormat) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("sound")
    try writeSound([Float](repeating: 0, count: format.sampleRate), to: path, as: format)
    let played = [
      "WAV 8": "audio/wav", "WAV 16": "audio/wav", "WAV 24": "audio/wav", "WAV 32": "audio/wav",
      "WAV float": "audio/wav", "WAVEX 16": "audio/wav", "FLAC 16": "audio/flac", "FLAC 24": "audio/flac",
      "Vorbis": "audio/ogg", "Opus": "audio/ogg", "MP3": "audio/mpeg",
    ]
    #expect(try SoundReader.open(path).browserMediaType == played[format.testDescription])
  }
}
