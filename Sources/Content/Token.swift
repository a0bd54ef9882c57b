/// One word of an answer in the form in which phrases are looked for: small letters, contractions written out.
struct Token {
  /// The word, such as `not` for the end of `wasn't`; `#` for a number.
  var text: String
  /// The word without its inflection; see `stem(of:)`.
  var stem: String
  /// The number, spoken or written.
  var number: Number?
  /// The words of the transcript that it comes from.
  var words: Range<Int>
  /// Index of its sentence, from 0.
  var sentence = 0
  /// Whether a comma, a semicolon, a dash or the end of a sentence stands before it.
  var followsMark = false
  /// Whether it stands in quotation marks.
  var isQuoted = false

  init(_ text: String, number: Number? = nil, words: Range<Int>) {
    self.text = text
    self.stem = number == nil ? Content.stem(of: text) : text
    self.number = number
    self.words = words
  }
}

/// A number and what it counts, as far as the words next to it say.
struct Number: Equatable {
  /// Its value, thousands and millions written out.
  var value: Double
  /// What it counts.
  var unit: Unit
  /// Whether it counts a span of time in which something happened ("two weeks later"), and so measures nothing.
  var isSpan = false

  enum Unit: Equatable { case none, percent, money, times }

  /// Whether somebody who says one means the other: recognisers drop signs, so no unit agrees with any.
  func agrees(with other: Number) -> Bool {
    abs(value - other.value) <= 1e-9 * max(1, abs(value))
      && (unit == other.unit || unit == .none || other.unit == .none)
  }
}
