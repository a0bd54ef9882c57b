import BuiltSignals
import Foundation
import Testing
import VirtualMicrophoneSupport

/// What a software microphone hears in a rehearsal: speech-like sound with short silences, no two seconds alike.
struct RehearsalSound {
  let sound: Sound
  let sampleRate: Int
  let channelCount: Int
  let bitsPerSample: Int

  /// The samples as the device lays them in memory.
  let bytes: Data

  /// 16-bit mono at 48 kHz, as most microphones of headsets and laptops have it.
  static let mono = RehearsalSound(.int16(samples(seconds: 90, sampleRate: 48_000)), 48_000, 1, bits: 16)

  /// 32-bit stereo at 44.1 kHz, as a studio's interface may have it; the second channel is quieter.
  static let stereo = RehearsalSound(
    .int32(
      samples(seconds: 45, sampleRate: 44_100).flatMap { sample in
        [Int32(sample) << 16 | 0x1357, Int32(sample) << 14 | 0x0246]
      }), 44_100, 2, bits: 32)

  private init(_ sound: Sound, _ sampleRate: Int, _ channelCount: Int, bits: Int) {
    self.sound = sound
    self.sampleRate = sampleRate
    self.channelCount = channelCount
    bitsPerSample = bits
    bytes = Data(sound.bytes)
  }

  /// A machine with a microphone that hears this, and with a second one and a loudspeaker where they are given.
  func machine(faults: String = "", spare: String? = nil, loudspeaker: LoudspeakerPipe? = nil) throws -> Machine {
    try Machine(
      microphone: VirtualMicrophone(
        hearing: sound, sampleRate: sampleRate, channelCount: channelCount, faults: faults, spare: spare,
        furtherConfiguration: loudspeaker?.configuration ?? ""))
  }

  /// The span of what was heard that `take` is, in frames; nil where it is no contiguous piece of it.
  func span(of take: RecordedTake, after frame: Int = 0) -> Range<Int>? {
    let bytesInFrame = channelCount * bitsPerSample / 8
    guard !take.sound.isEmpty,
      let found = bytes.range(of: take.sound, in: frame * bytesInFrame..<bytes.count),
      found.lowerBound.isMultiple(of: bytesInFrame)
    else { return nil }
    return found.lowerBound / bytesInFrame..<found.upperBound / bytesInFrame
  }

  /// The two spans that a take is which was paused once, in frames.
  func spans(ofPaused take: RecordedTake) throws -> (before: Range<Int>, after: Range<Int>) {
    var (before, after) = (take, take)
    let bytesInFrame = channelCount * bitsPerSample / 8
    // The first part is as long as it agrees with what was heard; it is a fifth of a second at least.
    let start = try #require(bytes.range(of: take.sound.prefix(sampleRate / 5 * bytesInFrame))).lowerBound
    let length = zip(take.sound, bytes[start...]).prefix { $0 == $1 }.count / bytesInFrame * bytesInFrame
    before.keep(..<length)
    after.keep(length...)
    return (try #require(span(of: before)), try #require(span(of: after)))
  }

  /// Speech of 0.9 s and 0.3 s of room in turn, over noise that makes every frame's surroundings unlike all others.
  private static func samples(seconds: Int, sampleRate: Int) -> [Int16] {
    let period = int16(
      builtTake([.speech(0.9), .silence(0.3)], sampleRate: sampleRate, noise: 0))
    var state: UInt32 = 1
    return (0..<seconds * sampleRate).map { index in
      // A linear congruential generator, Numerical Recipes (1992), p. 284: the upper bits are random enough.
      state = state &* 1_664_525 &+ 1_013_904_223
      return period[index % period.count] &+ Int16(state >> 28) &- 8
    }
  }
}

/// A take that the program recorded: the format of a WAV and its sound as bytes.
struct RecordedTake {
  private(set) var sampleRate = 0
  private(set) var channelCount = 0
  private(set) var bitsPerSample = 0
  private(set) var sound = Data()

  /// Reads the WAV at `path`, whose header must tell the truth.
  init(_ path: String) throws {
    let file = [UInt8](try CommandTests.bytes(of: path))
    func number(at place: Int, size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(file[place + $1]) << (8 * $1) }
    }
    try #require(file.count > 12 && number(at: 4, size: 4) == file.count - 8, "\(path)")
    var place = 12
    while place + 8 <= file.count {
      let (name, size) = (
        String(decoding: file[place..<place + 4], as: UTF8.self), number(at: place + 4, size: 4)
      )
      let content = place + 8
      if name == "fmt " {
        channelCount = number(at: content + 2, size: 2)
        sampleRate = number(at: content + 4, size: 4)
        bitsPerSample = number(at: content + 14, size: 2)
      }
      if name == "data" {
        try #require(content + size <= file.count, "\(path)")
        sound = Data(file[content..<content + size])
      }
      place = content + size + size % 2
    }
  }

  /// Keeps the part of the sound in `range`, in bytes.
  mutating func keep(_ range: some RangeExpression<Int>) { sound = Data(sound[range]) }

  var seconds: Double { Double(sound.count / (channelCount * bitsPerSample / 8)) / Double(sampleRate) }
}
