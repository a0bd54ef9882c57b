/// Phrases which tell that the work was assigned or suggested by somebody else; our own choice.
enum Disqualifiers {
  /// The first of them that is claimed, in `utterance`.
  static func first(in utterance: Utterance) -> Range<Int>? {
    phrases.matches(in: utterance).first { match in
      utterance.isClaimed(match) && !isAboutAnother(utterance, behind: match) && !isContrary(utterance, behind: match)
    }
  }

  private static let phrases = PhraseSet(
    """
    =my|=our? <boss> level? suggest that? =i|=we
    =my|=our? <boss> level? suggest to =me|=us
    =my|=our? <boss> level? suggest looking|investigating|fixing|taking
    =my|=our? <boss> level? 's suggestion|request|idea|order
    =my|=our? <boss> level? ask|tell|want|instruct|order|task|push =me|=us to
    =my|=our? <boss> level? give|hand|assign|pass =me|=us ~ task|ticket|job|issue|project|it|this|assignment|work
    =my|=our? <boss> level? assign|hand|give it|this|that to =me|=us
    =my|=our tech|team|line|engineering? <boss> level? say|go|ask|come ~ can|could|will|would you
    =my|=our tech|team|line|engineering? <boss> level? say|go|ask|come ~ you ~ can|could|will|would you
    =my|=our? <boss> level? put =me|=us on it|this|that|the
    =i|=we =was|=were|=got|=been assign
    =i|=we =was|=were|=got|=been ask|tell|task|instruct|order to|with
    =i|=we =was|=were given ~ task|ticket|job|project|assignment
    it|this|that|task|ticket|issue|job|project|one =was|=were|=is|=got|=been assign|give|hand to =me|=us
    it|this|that|task|ticket|issue|job|project|one assign|hand to =me|=us
    they|he|she assign|assigned =me|=us|it|this
    they|he|she make|put =me the|in|on
    <boss> of ~ <group> ~ ask|tell|want|instruct|order =me|=us to
    <boss> ~ call|take|invite =me ~ ask|tell|want|instruct|order =me|=us to
    route|forward|delegate|allocate|pass|hand|give to =me|=us by|from
    land|drop|end|put ~ on =my|=our desk|plate|lap
    =my|=our tech|team|line|engineering? <boss> level? hand|give|deal|dish out
    =i|=we =was|=were|=got|=been appoint|nominate|pick|select|choose for|to|as
    """)

  /// "My manager asked me to wait" assigned nothing.
  private static func isContrary(_ utterance: Utterance, behind match: Range<Int>) -> Bool {
    let next = utterance.tokens[match.upperBound...].first { !Lexicon.adverbs.contains($0.text) }
    guard let next, !next.followsMark else { return false }
    return Lexicon.contrary.contains(next.stem)
  }

  /// "I was assigned to another project" tells that this one was not.
  private static func isAboutAnother(_ utterance: Utterance, behind match: Range<Int>) -> Bool {
    (match.upperBound..<min(utterance.tokens.count, match.upperBound + 4)).contains {
      ["another", "different", "other", "else"].contains(utterance.tokens[$0].text)
    }
  }
}
