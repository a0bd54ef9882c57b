import Acoustics
import BuiltSignals
import Foundation
import SoundFiles

/// What a microphone hears: speech-like sound with short silences, in 16 bits, no two moments alike.
struct PlayedSound {
  let sampleRate: Int
  let channelCount: Int
  /// The frames as they lie in a file.
  let bytes: Data
  /// The WAV of it.
  let path: String

  /// Makes the sound and writes it to a file of its own.
  init(seconds: Int, sampleRate: Int, channelCount: Int) throws {
    self.sampleRate = sampleRate
    self.channelCount = channelCount
    path = "/tmp/\(sampleRate)-\(channelCount).wav"
    let voice = builtTake([.speech(0.9), .silence(0.3)], sampleRate: sampleRate, noise: 0)
      .map { Int16(max(-1, min(1, $0)) * 16_000) }
    var noise = SeededGenerator(seed: 1)
    // Four bits of noise a sample: a stretch of 64 frames occurs once.
    let samples = (0..<seconds * sampleRate * channelCount).map { index in
      voice[index / channelCount % voice.count] / Int16(1 + index % channelCount) + Int16(noise.next() >> 60) - 8
    }
    bytes = samples.withUnsafeBytes { Data($0) }
    try? FileManager.default.removeItem(atPath: path)
    var writer = try TakeWriter.create(
      path, sampleRate: sampleRate, channelCount: channelCount, encoding: .int16)
    try writer.append(samples.span)
    try writer.finish()
  }

  var bytesInFrame: Int { 2 * channelCount }

  /// Where in it `piece` begins, and for how long it goes on so, bit for bit, in frames; nil where its first 64 frames
  /// are nowhere.
  func place(of piece: Data) -> (start: Int, frameCount: Int)? {
    let needle = piece.prefix(64 * bytesInFrame)
    guard needle.count == 64 * bytesInFrame, let start = bytes.range(of: needle)?.lowerBound,
      start.isMultiple(of: bytesInFrame)
    else { return nil }
    let equal = zip(piece, bytes[start...]).prefix { $0 == $1 }.count
    return (start / bytesInFrame, equal / bytesInFrame)
  }

  /// Plays it to the microphone that hears the loopback; returns once it is heard.
  func play() throws -> GuestProgram {
    let player = try GuestProgram("/usr/bin/aplay", ["-q", "-D", "hw:Loopback,0,0", path])
    try wait(
      for: { Loopback.playing.state == "RUNNING" || !player.isRunning }, "aplay does not begin: \(player.errors)")
    try require(player.isRunning, "aplay ends: \(player.errors)")
    return player
  }
}
