import BuiltSignals
import SpeechTiming
import Testing

@Suite struct PaceTests {
  /// Built speech swells and fades four times a second.
  private static let take = builtTake([.silence(1), .speech(3), .silence(0.8), .speech(2), .silence(1)])

  @Test func `a train of vowels has a nucleus for each`() throws {
    let pace = try #require(timing(of: Self.take, sampleRate: 16_000).pace)
    // A piece opens and closes at full loudness: 3 s hold 12 swells and the half of one more, 2 s hold 8.
    #expect((20...22).contains(pace.nuclei.count))
    #expect(pace.nuclei.allSatisfy { (0.98...4.02).contains($0) || (4.78...6.82).contains($0) })
  }

  @Test(arguments: [0.01, 0.1, 4] as [Float])
  func `gain moves no nucleus`(gain: Float) throws {
    let louder = timing(of: Self.take.map { $0 * gain }, sampleRate: 16_000)
    #expect(louder.pace == timing(of: Self.take, sampleRate: 16_000).pace)
  }

  @Test func `silence and noise have no pace`() {
    #expect(timing(of: [Float](repeating: 0, count: 48_000), sampleRate: 16_000).pace == nil)
    #expect(timing(of: whiteNoise(count: 48_000, rms: 0.05, seed: 3), sampleRate: 16_000).pace == nil)
  }

  @Test func `rates name their denominators`() throws {
    let timing = TakeTiming(
      duration: 12, speech: [Interval(start: 1, end: 5), Interval(start: 7, end: 11)], pauseThreshold: 0.25,
      level: TakeLevel(speech: -20, noiseFloor: -60, peak: -3, clippedSamples: 0))
    let first: [Double] = (0..<20).map { 1.1 + 0.2 * Double($0) }
    let second: [Double] = (0..<12).map { 7.1 + 0.3 * Double($0) }
    let pace = try #require(Pace(nuclei: first + second, in: timing))
    #expect(pace.speechRate == 3.2)
    #expect(pace.articulationRate == 4)
    #expect(pace.meanSyllableDuration == 0.25)
    #expect(pace.meanLengthOfRun == 16)
    // 3.2 x 60 / 1.45 = 132.4, 20 % either way.
    #expect(pace.wordsPerMinute.atLeast == 106 && pace.wordsPerMinute.atMost == 159)
    // Windows of 5 s within 1...11 s, their centres a second apart.
    #expect(pace.rateOverTime.map(\.time) == [3.5, 4.5, 5.5, 6.5, 7.5, 8.5])
    #expect(pace.rateOverTime.first?.rate == 4)
  }

  @Test func `an answer shorter than a window has one rate`() throws {
    let timing = TakeTiming(
      duration: 3, speech: [Interval(start: 0.5, end: 2.5)], pauseThreshold: 0.25,
      level: TakeLevel(speech: -20, noiseFloor: -60, peak: -3, clippedSamples: 0))
    let pace = try #require(Pace(nuclei: [0.6, 1.2, 1.8, 2.4], in: timing))
    #expect(pace.rateOverTime == [Pace.RateAt(time: 1.5, rate: 2)])
  }
}
