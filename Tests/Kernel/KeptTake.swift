import Foundation
import Interview
import Sessions

/// The take of the first step, taken apart into what was played and the silence between.
struct KeptTake {
  static let name = "1-situation.wav"

  /// A stretch of sound between digital silences, bit for bit as it was played.
  struct Piece {
    /// The frames of the take before it.
    let start: Int
    /// The frames of what was played before it.
    let place: Int
    let frameCount: Int
    /// The frames at its end that are not as they were played.
    let strayFrames: Int
    var end: Int { start + frameCount }
  }

  let frameCount: Int
  let pieces: [Piece]
  /// What the session says about the take.
  let remarks: [String]

  /// Reads the take of a session.
  ///
  /// - Throws: a `Refutation` where the header does not tell the truth or more than so many samples at the end of a
  ///   piece are not as they were played.
  init(in session: String, of sound: PlayedSound, straying limit: Int) throws {
    let file = try Data(contentsOf: URL(fileURLWithPath: "\(session)/\(Self.name)"))
    func number(_ type: (some FixedWidthInteger).Type, at place: Int) -> Int {
      file.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: place, as: type)) }
    }
    // RIFF, "fmt " of 16 bytes, "data": what 16 bits a sample need.
    let header = 44
    try require(file.count > header && number(UInt32.self, at: 40) == file.count - header, "\(Self.name) is not whole")
    let format = (number(UInt32.self, at: 24), number(UInt16.self, at: 22), number(UInt16.self, at: 34))
    try require(
      format == (sound.sampleRate, sound.channelCount, 16), "recorded as \(format), not as it was played")
    let samples = Data(file.dropFirst(header))
    frameCount = samples.count / sound.bytesInFrame
    pieces = try Self.pieces(of: samples, played: sound)
    try require(pieces.allSatisfy { $0.strayFrames <= limit }, "not all is as it was played: \(pieces)")
    remarks = try SessionFolder(path: session).session()?.takes.first?.remarks ?? []
  }

  /// What lies between silences of 50 ms or more, which nothing that is played holds.
  private static func pieces(of samples: Data, played sound: PlayedSound) throws -> [Piece] {
    let size = sound.bytesInFrame
    let longestZeros = sound.sampleRate / 20
    var spans: [Range<Int>] = []
    samples.withUnsafeBytes { bytes in
      for frame in 0..<samples.count / size
      where bytes[frame * size..<(frame + 1) * size].contains(where: { $0 != 0 }) {
        if let last = spans.last, frame - last.upperBound < longestZeros {
          spans[spans.count - 1] = last.lowerBound..<frame + 1
        } else {
          spans.append(frame..<frame + 1)
        }
      }
    }
    return try spans.map { span in
      guard let place = sound.place(of: Data(samples[span.lowerBound * size..<span.upperBound * size])) else {
        throw Refutation(description: "frames \(span) of \(samples.count / size) are not as they were played")
      }
      return Piece(
        start: span.lowerBound, place: place.start, frameCount: span.count,
        strayFrames: span.count - place.frameCount)
    }
  }
}
