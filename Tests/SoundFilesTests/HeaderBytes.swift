@testable import SoundFiles

/// A WAV written byte by byte, so that its header can say anything.
struct WavBytes {
  /// 16-bit samples.
  var samples: [Int16]
  var sampleRate = 8000
  /// What the header says, where it shall not be the truth.
  var dataBytes: UInt32?
  var riffBytes: UInt32?
  var before: [UInt8] = []
  var after: [UInt8] = []
  var isBigEndian = false

  var bytes: [UInt8] {
    func number(_ value: some BinaryInteger, _ count: Int) -> [UInt8] {
      spelled(UInt64(truncatingIfNeeded: value), bytes: count, bigEndian: isBigEndian)
    }
    var body = Array("WAVEfmt ".utf8) + number(16, 4) + number(1, 2) + number(1, 2)
    body += number(sampleRate, 4) + number(sampleRate * 2, 4) + number(2, 2) + number(16, 2)
    body += before + "data".utf8
    body += number(dataBytes ?? UInt32(samples.count * 2), 4)
    body += samples.flatMap { number($0, 2) } + after
    return (isBigEndian ? "RIFX" : "RIFF").utf8 + number(riffBytes ?? UInt32(body.count), 4) + body
  }

  /// Its samples as they should be read.
  var expected: [Float] { samples.map { Float($0) / 32_768 } }
}

/// An RF64 written byte by byte: lengths of 64 bits in its ds64 chunk.
func rf64Bytes(_ samples: [Int16], longDataBytes: UInt64, dataBytes: UInt32 = 0xFFFF_FFFF) -> [UInt8] {
  let wav = WavBytes(samples: samples, dataBytes: dataBytes).bytes
  let sizes = spelled(longDataBytes, bytes: 8, bigEndian: false)
  return "RF64".utf8 + [UInt8](repeating: 0xFF, count: 4) + "WAVEds64".utf8 + [28, 0, 0, 0] + sizes + sizes
    + [UInt8](repeating: 0, count: 12) + wav[12...]
}

/// A LIST chunk as many programs write it.
let listChunk = Array("LIST".utf8) + [26, 0, 0, 0] + "INFOISFT".utf8 + [14, 0, 0, 0] + "Recorder 1.0.0".utf8

/// Samples that are not zero and differ from their neighbours.
func unevenSamples(_ count: Int) -> [Int16] { (0..<count).map { Int16(1000 + $0 * 37 % 20_000) } }
