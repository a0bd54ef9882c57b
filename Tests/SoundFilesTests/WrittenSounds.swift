internal import CSndFile
import Glibc
import Testing

@testable import SoundFiles

/// A container and an encoding that libsndfile can write, with the largest error of a sample it may make.
struct SoundFormat: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let code: Int32
  /// In units of full scale; nil for encodings that do not keep the waveform.
  let tolerance: Float?
  var sampleRate = 16_000

  // libsndfile multiplies by 2^(n-1) - 1 when it writes and divides by 2^(n-1) when it reads.
  static let lossless: [SoundFormat] = [
    .init(testDescription: "WAV 8", code: wav | Int32(SF_FORMAT_PCM_U8), tolerance: 0.016),
    .init(testDescription: "WAV 16", code: wav | Int32(SF_FORMAT_PCM_16), tolerance: 1e-4),
    .init(testDescription: "WAV 24", code: wav | Int32(SF_FORMAT_PCM_24), tolerance: 1e-6),
    .init(testDescription: "WAV 32", code: wav | Int32(SF_FORMAT_PCM_32), tolerance: 1e-6),
    .init(testDescription: "WAV float", code: wav | Int32(SF_FORMAT_FLOAT), tolerance: 0),
    .init(testDescription: "WAV double", code: wav | Int32(SF_FORMAT_DOUBLE), tolerance: 0),
    .init(testDescription: "WAV A-law", code: wav | Int32(SF_FORMAT_ALAW), tolerance: 0.03),
    .init(testDescription: "WAV mu-law", code: wav | Int32(SF_FORMAT_ULAW), tolerance: 0.03),
    .init(testDescription: "WAVEX 16", code: Int32(SF_FORMAT_WAVEX | SF_FORMAT_PCM_16), tolerance: 1e-4),
    .init(testDescription: "RF64 16", code: Int32(SF_FORMAT_RF64 | SF_FORMAT_PCM_16), tolerance: 1e-4),
    .init(testDescription: "W64 24", code: Int32(SF_FORMAT_W64 | SF_FORMAT_PCM_24), tolerance: 1e-6),
    .init(testDescription: "AIFF 16", code: Int32(SF_FORMAT_AIFF | SF_FORMAT_PCM_16), tolerance: 1e-4),
    .init(testDescription: "AIFF float", code: Int32(SF_FORMAT_AIFF | SF_FORMAT_FLOAT), tolerance: 0),
    .init(testDescription: "AU mu-law", code: Int32(SF_FORMAT_AU | SF_FORMAT_ULAW), tolerance: 0.03),
    .init(testDescription: "CAF 16", code: Int32(SF_FORMAT_CAF | SF_FORMAT_PCM_16), tolerance: 1e-4),
    .init(testDescription: "FLAC 16", code: Int32(SF_FORMAT_FLAC | SF_FORMAT_PCM_16), tolerance: 1e-4),
    .init(testDescription: "FLAC 24", code: Int32(SF_FORMAT_FLAC | SF_FORMAT_PCM_24), tolerance: 1e-6),
  ]

  static let lossy: [SoundFormat] = [
    .init(testDescription: "Vorbis", code: Int32(SF_FORMAT_OGG | SF_FORMAT_VORBIS), tolerance: nil),
    .init(
      testDescription: "Opus", code: Int32(SF_FORMAT_OGG | SF_FORMAT_OPUS), tolerance: nil,
      sampleRate: 48_000),
    .init(testDescription: "MP3", code: Int32(SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III), tolerance: nil),
  ]

  private static let wav = Int32(SF_FORMAT_WAV)
}

/// Writes interleaved samples through libsndfile.
func writeSound(
  _ samples: [Float], to path: String, as format: SoundFormat, channelCount: Int = 1, sampleRate: Int? = nil
) throws {
  var info = SF_INFO()
  info.samplerate = Int32(sampleRate ?? format.sampleRate)
  info.channels = Int32(channelCount)
  info.format = format.code
  guard let sound = try? checkedOpen({ sf_open(path, Int32(SFM_WRITE), &info) }) else {
    throw TestFailure("libsndfile cannot write \(format.testDescription)")
  }
  let frames = sf_count_t(samples.count / channelCount)
  let written = sf_writef_float(sound, samples, frames)
  guard sf_close(sound) == 0, written == frames else { throw TestFailure("cannot write \(path)") }
}

/// A file read to its end.
struct ReadSound {
  var samples: [Float] = []
  var remark: String?
  var frameCount: Int?
  var formatName: String
  var mix: ChannelMix

  init(_ path: String, blockFrames: Int = 4096) throws(SoundFileError) {
    var reader = try SoundReader.open(path)
    frameCount = reader.frameCount
    formatName = reader.formatName
    mix = reader.mix
    var block = [Float](repeating: .nan, count: blockFrames)
    while true {
      let count = try reader.read(into: &block)
      if count == 0 { break }
      samples += block[..<count]
    }
    remark = reader.remark
  }
}

/// Why a file cannot be read; nil where it can.
func failure(reading path: String) -> SoundFileError? {
  do {
    _ = try ReadSound(path)
    return nil
  } catch {
    return error
  }
}

/// A tone of 0.5 of full scale.
func tone(_ frames: Int, hertz: Double = 220, sampleRate: Int = 16_000, amplitude: Double = 0.5) -> [Float] {
  (0..<frames).map { Float(amplitude * sin(2 * .pi * hertz * Double($0) / Double(sampleRate))) }
}

/// The correlation of two signals over the frames that both have.
func correlation(_ first: [Float], _ second: [Float]) -> Float {
  let pairs = Array(zip(first, second))
  let product = pairs.reduce(0) { $0 + $1.0 * $1.1 }
  let powers = (pairs.reduce(0) { $0 + $1.0 * $1.0 }, pairs.reduce(0) { $0 + $1.1 * $1.1 })
  return product / (powers.0 * powers.1).squareRoot()
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
