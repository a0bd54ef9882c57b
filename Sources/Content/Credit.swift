/// Who a sentence says did it.
enum Credit { case mine, ours, nobodys }

extension Utterance {
  /// Who the sentence gives the credit to.
  ///
  /// "We" counts where it is the subject of a main clause: not behind "because" or "when", and not of a state ("we had",
  /// "we use") or of two sides ("we argued"). Beside an "I" in the same sentence it counts only for the work itself: "we agreed" is about two sides,
  /// "we figured out" hides one.
  func credit(of sentence: Range<Int>) -> Credit {
    var (saysI, saysWe, sharesWork) = (false, false, false)
    for index in sentence where !tokens[index].isQuoted {
      let isI = tokens[index].text == "i"
      guard isI || tokens[index].text == "we", isMainSubject(index, in: sentence),
        let verb = verb(after: index, in: sentence)
      else { continue }
      if isI {
        saysI = saysI || !Lexicon.opinions.contains(tokens[verb].stem)
      } else if !Lexicon.states.contains(tokens[verb].stem), !Lexicon.twoSided.contains(tokens[verb].stem),
        isClaimed(index..<(verb + 1))
      {
        saysWe = true
        sharesWork = sharesWork || Lexicon.solutions.contains(tokens[verb].stem)
      }
    }
    return saysI && !sharesWork ? .mine : saysWe ? .ours : .nobodys
  }

  /// Whether the verb at `start` has the "I" of an earlier verb in its sentence, "I pulled the logs and traced …", or
  /// opens its sentence in the past tense behind one of mine: "I traced it. Wrote the fix that night."
  func continuesWithI(at start: Int, in sentence: Range<Int>) -> Bool {
    guard start > sentence.lowerBound else { return followsMySentence(start) }
    var index = start - 1
    while index > sentence.lowerBound, Lexicon.adverbs.contains(tokens[index].text) { index -= 1 }
    guard Lexicon.coordinators.contains(tokens[index].text) || tokens[start].followsMark else { return false }
    let subject = (sentence.lowerBound..<start).last { Lexicon.allSubjects.contains(tokens[$0].text) }
    return subject.map { tokens[$0].text == "i" && isClaimed($0..<($0 + 1)) } ?? false
  }

  /// Whether the verb at `start`, which opens a sentence, is in the past tense and comes behind a sentence of mine, others
  /// without a subject between them.
  private func followsMySentence(_ start: Int) -> Bool {
    var start = start
    // Nobody leaves out the subject for longer. Our own choice.
    for _ in 0..<5 {
      guard start > 0, tokens[start].text.hasSuffix("ed") || Lexicon.irregular[tokens[start].text] != nil else {
        return false
      }
      let previous = sentence(around: start - 1)
      if previous.contains(where: { Lexicon.subjects.contains(tokens[$0].text) }) {
        return credit(of: previous) == .mine
      }
      start = previous.lowerBound
    }
    return false
  }

  /// Whether the pronoun is the subject of a main clause.
  private func isMainSubject(_ index: Int, in sentence: Range<Int>) -> Bool {
    var before = index - 1
    while before >= sentence.lowerBound, Lexicon.hesitations.contains(tokens[before].text) { before -= 1 }
    guard before >= sentence.lowerBound, !tokens[before + 1].followsMark, !tokens[index].followsMark else {
      return true
    }
    let text = tokens[before].text
    if Lexicon.coordinators.contains(text) || Lexicon.opinions.contains(tokens[before].stem) { return true }
    if Lexicon.subordinators.contains(text) { return false }
    // "In the end we …", "at night I …": what opens the sentence is no noun that the clause describes.
    return Lexicon.prepositions.contains(tokens[sentence.lowerBound].text)
  }

  /// The first word behind the subject that is neither an auxiliary nor an adverb; `nil` where it is denied.
  private func verb(after subject: Int, in sentence: Range<Int>) -> Int? {
    var fallback: Int?
    for index in (subject + 1)..<max(subject + 1, min(sentence.upperBound, subject + 6)) {
      let token = tokens[index]
      if Lexicon.auxiliaries.contains(token.stem) {
        fallback = index
      } else if !Lexicon.small.contains(token.text), !Lexicon.together.contains(token.text) {
        return Lexicon.denying.contains(token.text) ? nil : isVerbLike(token, after: fallback) ? index : fallback
      }
    }
    return fallback
  }

  /// Whether `token` behind an auxiliary goes on with the verb ("was pulling", "have traced") or is what is had.
  private func isVerbLike(_ token: Token, after auxiliary: Int?) -> Bool {
    guard auxiliary != nil else { return true }
    return token.text.hasSuffix("ed") || token.text.hasSuffix("ing") || Lexicon.irregular[token.text] != nil
  }
}
