/// Whether words are meant as they stand, or are denied, supposed, or put into somebody's mouth.
extension Utterance {
  /// Whether the candidate claims what `match` says.
  ///
  /// Looked at are quotation marks, up to six words before it in its clause (ten for an "if"), and "would have" behind it. A clause that
  /// opens with its own subject is not denied by what precedes, but may be supposed: "nobody asked, I looked". With
  /// `allowingModals` "you should" and "I would" count as claims, as they do in a lesson.
  func isClaimed(_ match: Range<Int>, allowingModals: Bool = false) -> Bool {
    if match.contains(where: { tokens[$0].isQuoted }) { return false }
    let sentence = sentence(around: match.lowerBound)
    let opensWithSubject = Lexicon.subjects.contains(tokens[match.lowerBound].text)
    let cancelling = opensWithSubject ? Lexicon.supposing : Lexicon.supposing.union(Lexicon.denying)
    var index = match.lowerBound
    var steps = 0
    while index > sentence.lowerBound, steps < 10 {
      if tokens[index].followsMark, index < match.lowerBound || !opensWithSubject { break }
      index -= 1
      let token = tokens[index]
      if Lexicon.clauseOpeners.contains(token.text) { break }
      if token.text == "and", Lexicon.allSubjects.contains(tokens[index + 1].text) { break }
      let isInReach = steps < 6 || Lexicon.supposing.contains(token.text)
      if isInReach, cancelling.contains(token.text), !(allowingModals && Lexicon.modals.contains(token.text)) {
        // "Not only" affirms.
        if token.text == "not", index + 1 < tokens.count, tokens[index + 1].text == "only" { break }
        return false
      }
      // "Had I escalated" supposes; "some would say I escalated" and "he says I escalated" quote.
      if opensWithSubject, steps == 0, token.text == "had", !tokens[match.lowerBound].followsMark { return false }
      if opensWithSubject, Lexicon.saying.contains(token.stem), !isSaidByCandidate(at: index) { return false }
      steps += 1
    }
    let behind = match.upperBound..<min(sentence.upperBound, match.upperBound + 5)
    return !behind.dropLast().contains { index in
      !tokens[index].followsMark && Lexicon.modals.contains(tokens[index].text) && tokens[index + 1].text == "have"
    }
  }

  /// Whether "say" at `index` has "I" as its subject and no "would".
  private func isSaidByCandidate(at index: Int) -> Bool {
    index > 0 && tokens[index - 1].text == "i"
  }
}

extension Utterance {
  /// Whether "not", "never" or the like stands right before `match`, small words aside.
  func isDeniedDirectly(_ match: Range<Int>) -> Bool {
    let sentence = sentence(around: match.lowerBound)
    let before = (sentence.lowerBound..<match.lowerBound).last { !Lexicon.small.contains(tokens[$0].text) }
    return before.map { Lexicon.directlyDenying.contains(tokens[$0].text) } ?? false
  }

  /// Whether "they" is the subject that stands closest before `match` in its sentence.
  func isDoneByOthers(_ match: Range<Int>) -> Bool {
    let sentence = sentence(around: match.lowerBound)
    let subject = (sentence.lowerBound..<match.lowerBound).last { Lexicon.allSubjects.contains(tokens[$0].text) }
    return subject.map { tokens[$0].text == "they" } ?? false
  }
}
