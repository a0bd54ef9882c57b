/// Names of files for pages of things that people have named: safe in a path and in a reference, each once.
///
/// A name has what can be read of the thing's own, and a hash of all of it, so that the same thing has the same name
/// the next time. Whoever makes two names with one hash gets two files all the same.
package struct PageNames: Sendable {
  private var taken: Set<String> = []

  /// No names yet.
  package init() {}

  /// The name of the page of `thing`, which begins with `kind` and reads like `name`.
  package mutating func name(_ kind: String, of thing: String, like name: String) -> String {
    let start = "\(kind)-\(readable(name))\(hexadecimal(hash(of: thing)))"
    var candidate = start + ".html"
    var number = 1
    while !taken.insert(candidate).inserted {
      number += 1
      candidate = "\(start)-\(number).html"
    }
    return candidate
  }
}

/// The small letters and digits of `name`, at most 40 signs with the dash behind them; empty where it has none.
private func readable(_ name: String) -> String {
  var text = ""
  for byte in name.lowercased().utf8.prefix(200) where text.utf8.count < 39 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      text.unicodeScalars.append(Unicode.Scalar(byte))
    default: if !text.isEmpty, text.last != "-" { text += "-" }
    }
  }
  return text.isEmpty || text.last == "-" ? text : text + "-"
}

/// FNV-1a of 64 bits (G. Fowler, L. C. Noll, K.-P. Vo).
private func hash(of text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

private func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
