import Testing

@testable import Scenarios

@Suite struct RandomMutationTests {
  /// Each is tried with 50 files of one to eight changed bytes.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `no change to a file makes the reader fail otherwise than with problems`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    for _ in 0..<50 {
      var bytes = Array(sampleFile.utf8)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2:
          bytes.insert(Array("\t\n -:[]{}&*!|>'\"#%@".utf8).randomElement(using: &random) ?? 0, at: place)
        default: bytes.insert(contentsOf: bytes[place..<min(place + 40, bytes.count)], at: place)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let lineCount = text.count(where: \.isNewline) + 1
      do throws(ScenarioError) {
        _ = try Scenario(yaml: text, fileName: "sample.yaml")
      } catch {
        #expect(!error.problems.isEmpty)
        #expect(error.problems.allSatisfy { (1...lineCount + 1).contains($0.line) && $0.column >= 1 })
        #expect(error.problems.allSatisfy { !$0.message.isEmpty })
      }
    }
  }

  @Test(arguments: ["[", "{", "- ", "a: {", "&a [*a, "])
  func `a text that nests without end is refused`(opening: String) {
    #expect(throws: ScenarioError.self) {
      try Scenario(yaml: String(repeating: opening, count: 100_000), fileName: "sample.yaml")
    }
  }
}

/// A small seeded generator (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
