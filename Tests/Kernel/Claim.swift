import Foundation

/// Something that has to be true on a real kernel.
struct Claim: Sendable {
  let words: String
  /// Shows it, and gives what was measured in doing so, empty where there is nothing to measure.
  let shown: @Sendable () throws -> String

  init(_ words: String, shown: @escaping @Sendable () throws -> String) {
    self.words = words
    self.shown = shown
  }

  /// Whether it is true; prints that in a line.
  func holds() -> Bool {
    do {
      let measured = try shown()
      print("pass  \(words)" + (measured.isEmpty ? "" : ": \(measured)"))
      fflush(nil)
      return true
    } catch {
      print("FAIL  \(words): \(error)")
      fflush(nil)
      return false
    }
  }
}

/// Why a claim is not true.
struct Refutation: Error, CustomStringConvertible {
  let description: String
}

/// Goes on only if `holds`.
func require(_ holds: Bool, _ otherwise: @autoclosure () -> String) throws {
  if !holds { throw Refutation(description: otherwise()) }
}

/// Goes on as soon as `holds`; a minute is our own choice, many times what anything here takes.
func wait(for holds: () throws -> Bool, _ otherwise: @autoclosure () -> String) throws {
  let deadline = ContinuousClock.now + .seconds(60)
  while try !holds() {
    try require(.now < deadline, otherwise())
    usleep(10_000)
  }
}

/// A number with so many decimal places.
func decimal(_ value: Double, places: Int) -> String { String(format: "%.\(places)f", value) }
