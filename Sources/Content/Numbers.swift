extension Number {
  /// A number in digits, such as `0.3%`, `$8k`, `8,000` or `2x`; `nil` for any other word.
  init?(written word: String) {
    guard let opening = word.utf8.first, !(97...122 ~= opening) else { return nil }
    var digits = Substring(word)
    var unit = Unit.none
    if let sign = digits.first, "$€£".contains(sign) {
      unit = .money
      digits = digits.dropFirst()
    }
    guard let first = digits.first, first.isNumber || first == "." else { return nil }
    let suffix = digits.drop { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
    var scale = 1.0
    switch suffix {
    case "": break
    case "%": unit = .percent
    case "k": scale = 1e3
    case "m", "mn": scale = 1e6
    case "b", "bn": scale = 1e9
    case "x": unit = .times
    default: return nil
    }
    guard let value = Double(String(digits.dropLast(suffix.count).filter { $0 != "," })) else { return nil }
    self.init(value: value * scale, unit: unit)
  }
}

/// `tokens` with spoken numbers, their units and "a week" joined: "eight thousand dollars a week" is two tokens.
func joiningNumbers(in tokens: [Token]) -> [Token] {
  var joined: [Token] = []
  joined.reserveCapacity(tokens.count)
  var index = 0
  while index < tokens.count {
    let (token, count) =
      numberToken(at: index, in: tokens) ?? frequency(at: index, in: tokens) ?? nobody(at: index, in: tokens)
      ?? (tokens[index], 1)
    var first = token
    first.sentence = tokens[index].sentence
    first.followsMark = tokens[index].followsMark
    first.isQuoted = tokens[index].isQuoted
    joined.append(first)
    index += count
  }
  return joined
}

/// The number that begins at `start`, with its unit, and how many tokens it takes.
private func numberToken(at start: Int, in tokens: [Token]) -> (Token, Int)? {
  guard var (number, next) = plainNumber(at: start, in: tokens) else { return nil }
  func word(_ offset: Int) -> String { next + offset < tokens.count ? tokens[next + offset].text : "" }
  let isInDigits = tokens[start].number != nil
  while let scale = Lexicon.scales[word(0)], isInDigits || word(0) == "k" || word(0) == "grand" {
    if word(0) == "grand" { number.unit = .money }
    number.value *= scale
    next += 1
  }
  switch word(0) {
  case "percent":
    (number.unit, next) = (.percent, next + 1)
  case "per" where word(1) == "cent":
    (number.unit, next) = (.percent, next + 2)
  case "percentage" where word(1).hasPrefix("point"):
    (number.unit, next) = (.percent, next + 2)
  case let unit where Lexicon.currencies.contains(unit):
    (number.unit, next) = (.money, next + 1)
  case "times" where number.value > 1:
    (number.unit, next) = (.times, next + 1)
  default: break
  }
  // "Two thirds" is one number; "two quarters" is half a year.
  if let parts = Lexicon.fractions[word(0)], number.unit == .none, number.value < parts, parts != 4 || number.value == 3
  {
    (number.value, next) = (number.value / parts, next + 1)
  }
  // "Seven thousand a week", of nothing that is named, is money.
  if number.unit == .none, number.value >= 1_000, next < tokens.count, frequency(at: next, in: tokens) != nil {
    number.unit = .money
  }
  // "One" alone is mostly a pronoun; "in 2023" and "version 2" name something.
  if number.unit == .none, next == start + 1 {
    if tokens[start].text == "one" { return nil }
    let preceding = start > 0 ? tokens[start - 1].text : ""
    let isYear = (1900...2099).contains(number.value) && Lexicon.beforeYears.contains(preceding)
    if isInDigits, isYear || Lexicon.beforeLabels.contains(preceding) {
      return (Token("label", words: tokens[start].words), 1)
    }
  }
  let preceding = start > 0 ? tokens[start - 1].text : ""
  number.isSpan =
    Lexicon.isPeriod(word(0))
    && (Lexicon.beforeNumberedSpans.contains(preceding) || Lexicon.afterSpans.contains(word(1)))
  let words = tokens[start].words.lowerBound..<tokens[next - 1].words.upperBound
  return (Token("#", number: number, words: words), next - start)
}

/// The number at `start`, in digits or words, without a unit, and the index behind it.
private func plainNumber(at start: Int, in tokens: [Token]) -> (Number, Int)? {
  if let number = tokens[start].number { return (number, start + 1) }
  guard Lexicon.numberOpenings.contains(tokens[start].text) else { return nil }
  func word(_ index: Int) -> String { index < tokens.count ? tokens[index].text : "" }
  var index = start
  var (total, group) = (0.0, 0.0)
  // "A hundred", "half a million": an article counts where a scale follows.
  if word(index) == "half", word(index + 1) == "a", let scale = Lexicon.scales[word(index + 2)], scale > 100 {
    return (Number(value: scale / 2, unit: .none), index + 3)
  }
  if word(index) == "a", Lexicon.scales[word(index + 1)] != nil, word(index + 1) != "k" {
    (group, index) = (1, index + 1)
  }
  reading: while true {
    // A new sentence begins a new number.
    if index > start, index < tokens.count, tokens[index].followsMark { break }
    switch word(index) {
    case let ones where Lexicon.ones[ones] != nil:
      let value = Lexicon.ones[ones] ?? 0
      // "Two three" are two numbers; "twenty three" is one.
      let fits =
        group == 0 && index == start
        || index > start && group > 0 && value > 0
          && (group.truncatingRemainder(dividingBy: 100) == 0
            || value < 10 && group.truncatingRemainder(dividingBy: 10) == 0
              && group.truncatingRemainder(dividingBy: 100) >= 20)
        || group == 0 && total > 0
      guard fits else { break reading }
      group += value
    case "hundred" where group > 0: group *= 100
    case "dozen" where group > 0: group *= 12
    case "and" where group >= 100 && Lexicon.ones[word(index + 1)] != nil: break
    case let scale where index > start && group > 0 && (Lexicon.scales[scale] ?? 0) >= 1000:
      total += group * (Lexicon.scales[scale] ?? 1)
      group = 0
      if scale == "grand" || scale == "k" {
        // The sign of the money stays for the caller to see.
        return (Number(value: total, unit: scale == "grand" ? .money : .none), index + 1)
      }
    case "point" where Lexicon.ones[word(index + 1)].map { $0 < 10 } ?? false:
      var (digit, place) = (index + 1, 0.1)
      var fraction = 0.0
      while let value = Lexicon.ones[word(digit)], value < 10 {
        fraction += value * place
        (digit, place) = (digit + 1, place / 10)
      }
      return (Number(value: total + group + fraction, unit: .none), digit)
    default: break reading
    }
    index += 1
  }
  return index > start ? (Number(value: total + group, unit: .none), index) : nil
}

/// "A week", "per week", "weekly" as one token that is the same for all of them.
private func frequency(at index: Int, in tokens: [Token]) -> (Token, Int)? {
  if let period = Lexicon.frequencies[tokens[index].text] {
    return (Token(period, words: tokens[index].words), 1)
  }
  guard index + 1 < tokens.count, "ape".utf8.contains(tokens[index].text.utf8.first ?? 0),
    ["a", "an", "per", "each", "every"].contains(tokens[index].text),
    let period = Lexicon.periods[tokens[index + 1].text]
  else { return nil }
  if tokens[index].text.utf8.first == UInt8(ascii: "a") {
    // "In a week" and "a week ago" are spans of time.
    let preceding = index > 0 ? tokens[index - 1].text : ""
    let following = index + 2 < tokens.count ? tokens[index + 2].text : ""
    if Lexicon.beforeSpans.contains(preceding) || Lexicon.afterSpans.contains(following) { return nil }
  }
  return (Token(period, words: tokens[index].words.lowerBound..<tokens[index + 1].words.upperBound), 2)
}

/// "No one" as "nobody".
private func nobody(at index: Int, in tokens: [Token]) -> (Token, Int)? {
  guard tokens[index].text == "no", index + 1 < tokens.count, tokens[index + 1].text == "one" else { return nil }
  return (Token("nobody", words: tokens[index].words.lowerBound..<tokens[index + 1].words.upperBound), 2)
}
