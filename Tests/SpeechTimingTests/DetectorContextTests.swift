import Acoustics
import Testing

@testable import SpeechTiming

@Suite struct DetectorContextTests {
  private func channels(count: Int) -> DetectorChannels {
    var random = SeededGenerator(seed: 5)
    var channels = DetectorChannels(frameCount: count)
    for cue in [DetectorChannels.Cue.underLoudest, .harmonicity, .flux] {
      let (centre, unit) = cue.scale
      channels.set(cue, to: (0..<count).map { _ in centre + unit * Float.random(in: -3...3, using: &random) })
    }
    return channels
  }

  private func inputs(of channels: DetectorChannels, block: Int) -> [SIMD16<Float>] {
    var context = DetectorContext(of: channels)
    var rows: [SIMD16<Float>] = []
    for start in stride(from: 0, to: channels.rows.count, by: block) {
      context.append(start..<min(start + block, channels.rows.count), to: &rows)
    }
    return rows
  }

  @Test(arguments: [1, 3, 61, 200])
  func `the rows are those of the plain formulas`(count: Int) {
    let channels = channels(count: count)
    let rows = inputs(of: channels, block: count)
    let values = channels.rows.map { Float($0[0]) / DetectorChannels.stepsInUnit }
    let short = movingMean(of: values, width: 5)
    let middle = movingMean(of: values, width: 31)
    let long = movingMean(of: values, width: 81)
    for t in 0..<count {
      let around = short[max(0, t - 30)...min(count - 1, t + 30)]
      let expected = [
        short[t], middle[t], long[t], short[t] - (around.max() ?? 0), short[t] - (around.min() ?? 0),
      ]
      for (row, value) in zip([0, 1, 2, 4, 5], expected) {
        #expect(abs(rows[t * DetectorContext.rowCount + row][0] - value) < 1e-4)
      }
    }
  }

  @Test func `how frames are cut into blocks changes nothing`() {
    let channels = channels(count: 300)
    #expect(inputs(of: channels, block: 128) == inputs(of: channels, block: 300))
  }

  @Test func `values beyond the limit are cut off`() {
    var channels = DetectorChannels(frameCount: 1)
    channels.set(.overFloor, to: [1000])
    #expect(channels.rows[0][DetectorChannels.Cue.overFloor.rawValue] == 124)
    channels.set(.overFloor, to: [-1000])
    #expect(channels.rows[0][DetectorChannels.Cue.overFloor.rawValue] == -124)
  }

  @Test func `a row of weights is read as it is spelled`() {
    // Exponent 0, then the mantissas 0, 1, -1, 2047 and twelve more zeros.
    let rows = decodedWeights("XP0P1OoooP0P0P0P0P0P0P0P0P0P0P0P0")
    #expect(rows.count == 1)
    #expect(rows.first?[0] == 0 && rows.first?[1] == 1 && rows.first?[2] == -1 && rows.first?[3] == 2047)
    #expect(rows.first?[15] == 0)
  }
}
