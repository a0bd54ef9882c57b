/// A word without its inflection, so that `traced`, `traces` and `tracing` are one; small letters go in and come out.
///
/// Step 1 of Porter 1980, "An algorithm for suffix stripping" (plurals, -ed, -ing, final y), and irregular verbs by
/// table. Later steps of Porter are left out: they make `organization` and `organ` one. Our own: a final e and the
/// second of a doubled consonant go everywhere, and the British -ise and -yse count as -ize and -yze.
func stem(of word: String) -> String {
  let base = Lexicon.irregular[word] ?? word
  var letters = Array(base.utf8)
  if letters.count > 3, letters.ends(with: "ies") {
    letters.removeLast(2)
  } else if letters.count > 3, letters.ends(with: "s"), !["ss", "us", "is"].contains(where: letters.ends) {
    letters.removeLast()
  }
  if letters.ends(with: "eed") {
    // No whole syllable is left of `need` and `speed`.
    if letters.count > 5 { letters.removeLast() }
  } else if let suffix = ["ed", "ing"].first(where: letters.ends) {
    let rest = letters.dropLast(suffix.utf8.count)
    // No vowel is left of `bring`.
    if rest.contains(where: isVowel) {
      letters = Array(rest)
      // `used` and `died` keep the e of `use` and `die`, which is not a final e to be dropped.
      if letters.count < 3 { letters.append(UInt8(ascii: "e")) }
    }
  }
  if letters.count > 3, letters.ends(with: "e") { letters.removeLast() }
  if letters.count > 3, let last = letters.last, last == letters[letters.count - 2], !isVowel(last) {
    letters.removeLast()
  }
  if letters.count > 2, letters.ends(with: "y") { letters[letters.count - 1] = UInt8(ascii: "i") }
  for (ending, offset) in [("is", 1), ("ys", 1), ("isation", 6), ("isational", 8)] where letters.ends(with: ending) {
    letters[letters.count - offset] = UInt8(ascii: "z")
  }
  return String(decoding: letters, as: UTF8.self)
}

private func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

extension [UInt8] {
  /// Whether it ends with `suffix`, and is longer.
  fileprivate func ends(with suffix: String) -> Bool {
    suffix.utf8.count < count && self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
