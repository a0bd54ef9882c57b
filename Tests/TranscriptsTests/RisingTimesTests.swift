import Acoustics
import Testing
import Transcripts

@Suite struct RisingTimesTests {
  @Test func `one time far off costs no other word its own`() throws {
    #expect(
      try result("a 1 2, b 90 91, c 3 4, d 0 1, e 5 6").shown
        == ["a 1.0 2.0", "b - -", "c 3.0 4.0", "d - -", "e 5.0 6.0"])
  }

  @Test func `words that begin together keep their times`() throws {
    #expect(try result("a 1 2, b 1 3, c 1 1").shown == ["a 1.0 2.0", "b 1.0 3.0", "c 1.0 1.0"])
  }

  @Test func `a time that no recording can have counts as not told`() throws {
    #expect(
      try result("a -1 2, b 3 2, c 4 1e999, d NaN 5, e -inf Infinity, f 6 86401, g 7 null").shown
        == ["a - 2.0", "b 3.0 -", "c 4.0 -", "d - 5.0", "e - -", "f 6.0 -", "g 7.0 -"])
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what is left never falls`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = (0..<200).map { _ in "w \(Int.random(in: 0..<100, using: &random)) 100" }
    let starts = try result(words.joined(separator: ",")).words.compactMap(\.start)
    #expect(starts == starts.sorted())
    // A random row of n numbers has a rising part of about twice the root of n.
    #expect(starts.count > 14)
  }

  /// A Vosk result of words such as `a 1 2`.
  private func result(_ words: String) throws -> Transcript {
    let entries = words.split(separator: ",").map { word in
      let parts = word.split(separator: " ")
      return #"{"word": "\#(parts[0])", "start": \#(parts[1]), "end": \#(parts[2])}"#
    }
    return try read(#"{"result": [\#(entries.joined(separator: ","))]}"#)
  }
}
