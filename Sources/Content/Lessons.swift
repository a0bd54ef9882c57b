internal import Scenarios

/// Tells lessons that would fit any story from those of this one.
struct Lessons {
  /// Stems that belong to the story.
  private let distinctive: Set<String>

  /// Learns the words of the story from the scenario's texts, where they come twice, and from the candidate's own other
  /// steps, where once will do; words that any story has count in neither.
  init(scenario: Scenario, otherAnswers: [Utterance]) {
    let texts =
      [scenario.overview] + scenario.steps.values.map(\.example) + scenario.steps.values.flatMap(\.cues)
      + scenario.probes.map(\.strongAnswer) + scenario.levels.values.map(\.reflection)
    var counts: [String: Int] = [:]
    for (word, count) in wordCounts(of: texts) { counts[stem(of: word), default: 0] += count }
    let ofScenario = counts.filter { $0.value > 1 }.map(\.key)
    let ofCandidate = otherAnswers.flatMap { $0.tokens.map(\.stem) }
    distinctive = Set((ofScenario + ofCandidate).filter { $0.utf8.count > 2 && !Self.isOfAnyStory($0) })
  }

  private static func isOfAnyStory(_ stem: String) -> Bool {
    Lexicon.common.contains(stem) || Lexicon.virtues.contains(stem)
  }

  /// What a reflection shows: its first lesson for any story, its first words that only this story gives, and the
  /// share of its sentences that are of the former kind.
  func reading(of utterance: Utterance) -> (generic: Range<Int>?, specific: Range<Int>?, share: Double) {
    var generic: [Range<Int>] = []
    var taken: Set<Int> = []
    for (index, sentence) in utterance.sentences.enumerated() {
      guard let match = platitude(in: sentence, of: utterance) else { continue }
      let next = index + 1 < utterance.sentences.count ? utterance.sentences[index + 1] : sentence
      if isSpecific(sentence, in: utterance) || isSpecific(next, in: utterance) { continue }
      generic.append(match)
      taken.insert(index)
    }
    let specific = utterance.sentences.indices.filter {
      !taken.contains($0) && isSpecific(utterance.sentences[$0], in: utterance)
    }
    // Beside a lesson for any story only another lesson counts, not the story told once more.
    let kept = generic.isEmpty ? specific.first : specific.first { isLesson(utterance.sentences[$0], in: utterance) }
    let own = kept == nil && generic.isEmpty ? ownWords(of: utterance) : nil
    return (
      kept == nil ? generic.first : nil, kept.map { utterance.sentences[$0] } ?? own,
      Double(generic.count) / Double(max(1, utterance.sentences.count))
    )
  }

  /// The first words of a sentence that would fit any story: one that is known, or a lesson of virtues and of nothing else.
  private func platitude(in sentence: Range<Int>, of utterance: Utterance) -> Range<Int>? {
    let known = Self.platitudes.matches(in: utterance, sentence: sentence)
    if let match = known.first(where: { utterance.isClaimed($0, allowingModals: true) }) { return match }
    let stems = sentence.map { utterance.tokens[$0].stem }
    let virtues = sentence.filter { Lexicon.virtues.contains(utterance.tokens[$0].stem) }
    guard let first = virtues.first, utterance.isClaimed(first..<(first + 1), allowingModals: true),
      stems.allSatisfy({ $0.utf8.count < 3 || Self.isOfAnyStory($0) })
    else { return nil }
    let isAdvice = sentence.contains { Lexicon.advising.contains(utterance.tokens[$0].text) }
    return isAdvice || isLesson(sentence, in: utterance) || virtues.count * 2 > sentence.count ? sentence : nil
  }

  /// The sentence with the first word that few stories have, where there are enough of these: then the lesson is the
  /// candidate's own, though none of its words is the story's.
  private func ownWords(of utterance: Utterance) -> Range<Int>? {
    let own = utterance.tokens.indices.filter { index in
      let token = utterance.tokens[index]
      return token.number == nil && token.stem.utf8.count > 3 && !Self.isOfAnyStory(token.stem)
        && Lexicon.contractions[token.text] == nil
    }
    guard Set(own.map { utterance.tokens[$0].stem }).count >= Self.leastOwnWords, let first = own.first else {
      return nil
    }
    return utterance.sentence(around: first)
  }

  /// Our own choice: platitudes hold two of them at most, see `Tests/Evaluation/Answers`.
  private static let leastOwnWords = 3

  private func isSpecific(_ sentence: Range<Int>, in utterance: Utterance) -> Bool {
    sentence.contains { distinctive.contains(utterance.tokens[$0].stem) }
  }

  private func isLesson(_ sentence: Range<Int>, in utterance: Utterance) -> Bool {
    sentence.contains { Lexicon.lessons.contains(utterance.tokens[$0].stem) }
  }

  private static let platitudes = PhraseSet(
    """
    <virtue> ~ <vital>
    <virtue> ~ make|pay ~ difference|off
    importance of
    value|power|role of ~ <virtue>
    <vital> ~ to ~ communicate|collaborate|listen|cooperate|ask|plan|stay|keep|be|work|trust|speak|prepare|talk
    always|to do|give|try my|your|our|the best
    never give up
    trust my|your|our gut|instinct|instincts
    stay|keep|be|remain positive|calm|humble|curious|motivated|patient|proactive|focused|flexible|open
    more proactive|patient|confident|assertive|organized|careful|humble|open|flexible
    take more|the initiative|ownership|responsibility
    delegate|ask|listen more
    how <vital> ~ <virtue>
    great|valuable|good|amazing experience
    grow as a person|engineer|developer|leader|professional
    best policy
    listen to others|people|everyone|everybody|each
    plan|prepare better|ahead|more
    communicate more|better|earlier|well|clearly|early|often|openly
    think outside the box
    work|working together|hard|harder|smart|smarter
    work as a team
    everything happen for
    learn from ~ mistake|mistakes|failure|failures
    mistake|failure happen|are|be ~ part|normal|okay|ok
    team player
    go the extra mile
    believe in =yourself|=myself
    learn a lot
    learn so|very much
    teach|taught me a? lot|much
    good|better|great listener|communicator|leader|teammate|colleague
    keep ~ promises|promise|word
    ask for help
    hard work
    practice makes perfect
    """)
}

/// How often each word comes in `texts`, in small letters and without a look at its grammar: whole scenarios are read.
private func wordCounts(of texts: [String]) -> [String: Int] {
  var counts: [String: Int] = [:]
  for text in texts {
    for word in text.lowercased().utf8.split(whereSeparator: { $0 < 128 && !(97...122 ~= $0) }) {
      counts[String(Substring(word)), default: 0] += 1
    }
  }
  return counts
}
