/// Lists that one rule each knows.
extension Lexicon {
  // MARK: - Credit

  static let auxiliaries = words("be have do will can")
  static let together = words("all both together each")
  static let hesitations = words("um uh er erm hmm")
  /// Verbs with which "we" tells a state of things and takes no credit.
  static let states = words("be have use need know own depend want rely share sit can will lack live").stemmed
  /// Verbs of two sides, which "we" shares with somebody else and not with one's own.
  static let twoSided = words("argue agree disagree negotiate meet").stemmed
  /// Verbs of the work itself, which belongs to somebody.
  static let solutions = words(
    """
    figure fix solve find build write debug identify resolve implement trace discover design develop investigate create
    ship reproduce repair finish deliver
    """
  ).stemmed
  /// Verbs with which "I" tells an opinion and does nothing.
  static let opinions = words("think guess believe mean suppose feel know hope").stemmed
  static let prepositions = words(
    """
    in on at after before during by within for from with then eventually finally together later afterwards now today
    yesterday next first second also once over through again
    """)
  /// Pronouns that take over as the subject.
  static let allSubjects = words("i we they he she it you who which that nobody everybody somebody")

  // MARK: - Cues and flags

  /// Words of a cue that carry little: it may be found without them.
  static let light = words("to of as per from in went go for on at my with i")
  /// Small words that a cue needs: they tell the passive from the active.
  static let kept = words("was were is are be been")
  /// Words of a red flag that may be missing or be others: articles, objects.
  static let flagOptional = words("a an the it them to for this that had have has did us him her")
  /// Words with which a red flag names an absence, and no phrase.
  static let absences = words("no not nothing lack lacks lacking missing without absence absent never nobody")

  // MARK: - Assignments

  /// What a boss asks for who assigns nothing.
  static let contrary = words(
    """
    wait stop leave forget ignore let hold not never skip avoid be keep stay think reconsider explain justify slow relax calm
    """
  ).stemmed

  // MARK: - Fillers and hedges

  /// After "you know" these go on with the sentence.
  static let afterKnow = words("the that what how why a who where when about this it i my if which")
  /// Before "kind of" and "sort of" these make it a kind of something.
  static let beforeKind = words(
    "a an the this that what which some any one each every same different another these those new other first certain")

  // MARK: - Reflection

  /// Words that make a sentence a lesson.
  static let lessons = words(
    """
    learn lesson taught teach takeaway insight realize understand would should habit cause
    """
  ).stemmed

  /// Words of advice.
  static let advising = words("should must always never important got have need try key")

  /// Stems of what lessons for any story are made of.
  static let virtues = words(
    """
    communicate communication listen listener promise honest honesty openness teamwork collaborate collaboration cooperate
    cooperation document documentation mistake failure patience patient trust plan planning prepare preparation calm
    pressure stress assumption assume double check mindset attitude feedback ownership initiative deadline priority
    prioritize stakeholder quality careful carefully detail persistence persistent perseverance flexible flexibility adapt
    adaptability leadership delegate growth responsible responsibility accountable accountability transparent transparency
    expectation experience skill confident confidence motivation motivate effort challenge success successful positive
    proactive focus humble humility curious curiosity empathy respect relationship management professional professionalism
    discipline commitment loop energy passion career culture improvement alignment align dangerous
    """
  ).stemmed

  /// Stems that any story has, so that they make no lesson specific.
  static let common = words(
    """
    able about above accept across act action actually add after again against ago agree all almost alone along already
    also although always am amount and another any anybody anyone anything anyway are around as ask at away back bad be
    became because become been before began begin behind being believe belong best better between beyond big both bring
    brought but by call came can care carry case cause certain chance change check clear close code come comment common
    communicate communication company complete concern cost could couple course customer daily day deal decide decision
    deep did difference different difficult do does done down drive during each early easy effort either else end engineer
    engineering enough especially even ever every everybody everyone everything exact example expect explain fact fail
    failure far fast feel few find finish first fix follow for found from full gave get give go goal good got great group
    grow had half hand happen happy hard has have having he hear hearing heard help her here high him his hold hope hour
    how however hundred i idea if impact important in instead interest into is issue it its itself job just keep kept kind
    knew know last late later lead leader learn least leave left less lesson let life like line listen little local long
    look lose lost lot low made main make manage manager many matter may me mean meet member met middle might mind mine
    minute miss mistake money month more morning most move much must my myself name near need never new next nice night no
    nobody none nor normal not nothing notice now number of off offer often old on once one only onto open opinion or order
    other others our out over own owner ownership part past pay people perhaps person personal pick place plan play please
    point possible prepare present probably problem process product project proper prove provide put question quick quickly
    quite rather reach read ready real realize really reason result right risk run said same save saw say second see seem
    self send sense sent set several share she short should show side simple simply since single situation skill small so
    solution solve some somebody someone something soon sort speak spent staff stand start state stay step still stop story
    strong such support sure take taken talk task teach team teamwork tell than thank that the their them themselves then
    there these they thing think this those though thought three through time to today together told too took topic towards
    trust try turn two under understand until up upon us use user usual value very visible voice wait walk want was watch
    way we week well went were what when where whether which while who whole whom whose why will wish with within without
    wonder word work worker world worry worth would write wrong year yes yet you your yourself zero thirty twenty ten five
    transparent transparency honest honesty feedback collaborate collaboration leadership patience persistent persistence
    positive calm attitude mindset proactive proactively colleague weekly monthly yearly hourly quarterly complain business
    careful answer ahead side build built wall lately somewhere
    """
  ).stemmed
}

extension Set<String> {
  fileprivate var stemmed: Set<String> { Set(map(stem)) }
}
