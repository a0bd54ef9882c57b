import Capture
import Testing

/// A take from a numbered device, looked at sample by sample.
struct NumberedTake {
  /// Where the numbers do not go on by one, and how many are left out there.
  struct Jump: Equatable {
    let position: Int
    let skipped: Int
  }

  private let samples: [Int32]
  /// The first places where numbers are left out; the silence of filled gaps is none by itself.
  let jumps: [Jump]
  /// More than any test expects, and few enough for a log.
  private static let jumpsTold = 16

  /// Expects digital silence, and nothing but that, where a gap is filled.
  init(_ samples: [Int32], gaps: [Gap]) {
    self.samples = samples
    var isSilence = Array(repeating: false, count: samples.count)
    for gap in gaps {
      #expect(gap.end <= samples.count)
      for position in gap.position..<min(gap.end, samples.count) { isSilence[position] = true }
    }
    var jumps: [Jump] = []
    var expected: Int32 = 0
    var strayPositions: [Int] = []
    for (position, sample) in samples.enumerated() {
      if isSilence[position] {
        if sample != 0 { strayPositions.append(position) }
        continue
      }
      if sample != expected, jumps.count < Self.jumpsTold {
        jumps.append(Jump(position: position, skipped: Int(sample - expected)))
      }
      expected = sample + 1
    }
    #expect(strayPositions.isEmpty, "sound inside of a gap")
    self.jumps = jumps
  }

  /// How far the end of the take is from where it belongs in time, in frames.
  var lateness: Int { samples.count - 1 - Int(samples.last ?? 0) }
}
