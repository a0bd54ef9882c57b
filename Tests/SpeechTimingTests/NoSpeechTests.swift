import Acoustics
import BuiltSignals
import Glibc
import SpeechTiming
import Testing

/// Takes in which nobody speaks, whatever else is to be heard.
@Suite struct NoSpeechTests {
  private static let count = 128_000

  private func speech(in sound: [Float], room: Double = 0.0005) -> [Interval] {
    let noise = whiteNoise(count: sound.count, rms: room, seed: 3)
    return timing(of: zip(sound, noise).map { $0 + $1 }, sampleRate: 16_000).speech
  }

  /// Bursts of `seconds` at the given times, each made of noise that rises and falls.
  private func bursts(at times: [Double], seconds: Double, rms: Double, smooth: Float) -> [Float] {
    var sound = [Float](repeating: 0, count: Self.count)
    for (number, time) in times.enumerated() {
      let burst = whiteNoise(count: Int(seconds * 16_000), rms: rms, seed: UInt64(number))
      var last: Float = 0
      for i in burst.indices {
        last += (1 - smooth) * (burst[i] - last)
        sound[Int(time * 16_000) + i] += last * sin(Float.pi * Float(i) / Float(burst.count))
      }
    }
    return sound
  }

  @Test(arguments: [0.0, 0.00003, 0.001, 0.03, 0.3])
  func `room noise is no speech`(rms: Double) {
    #expect(speech(in: [Float](repeating: 0, count: Self.count), room: rms) == [])
  }

  @Test(arguments: [50.0, 60, 120, 400])
  func `a hum is no speech`(frequency: Double) {
    #expect(speech(in: sine(frequency: frequency, amplitude: 0.05, seconds: 8, sampleRate: 16_000)) == [])
  }

  @Test(arguments: [50.0, 120])
  func `a hum that starts in the middle of a take is no speech`(frequency: Double) {
    var sound = sine(frequency: frequency, amplitude: 0.02, seconds: 8, sampleRate: 16_000)
    for i in 0..<60_000 { sound[i] = 0 }
    #expect(speech(in: sound) == [])
  }

  @Test func `clicks are no speech`() {
    #expect(speech(in: bursts(at: [0.7, 1.9, 2.1, 4.4, 6.3], seconds: 0.012, rms: 0.2, smooth: 0.2)) == [])
  }

  @Test func `typing is no speech`() {
    let times = (0..<30).map { 1 + 0.17 * Double($0) }
    #expect(speech(in: bursts(at: times, seconds: 0.02, rms: 0.05, smooth: 0.4)) == [])
  }

  @Test func `breaths are no speech`() {
    #expect(speech(in: bursts(at: [0.9, 3.2, 5.8], seconds: 0.4, rms: 0.01, smooth: 0.6)) == [])
  }

  @Test(arguments: [440.0, 1000, 2300])
  func `beeps are no speech`(frequency: Double) {
    var sound = sine(frequency: frequency, amplitude: 0.1, seconds: 8, sampleRate: 16_000)
    for i in sound.indices where i % 32_000 > 3_200 { sound[i] = 0 }
    #expect(speech(in: sound) == [])
  }

  @Test func `digital silence with clicks in it is no speech`() {
    #expect(speech(in: bursts(at: [2, 5], seconds: 0.01, rms: 0.1, smooth: 0), room: 0) == [])
  }
}
