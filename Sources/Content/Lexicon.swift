/// The English that the rules know: words by their office, none of them tied to any story.
///
/// All lists are our own choice; `Tests/Evaluation/Answers` shows how far they reach.
enum Lexicon {
  /// Words that may stand between the words of any phrase.
  static let small = adverbs.union(words("then")).union(
    words(
      """
      a an the um uh er erm hmm mm 's all both
      about around roughly over nearly almost exactly approximately
      have had has having am is are was were be been being did do does to
      """))

  /// Adverbs that say little.
  static let adverbs = words(
    "actually really just even also very quite still already simply now only too ever well um uh er erm hmm")

  /// Words that deny or merely suppose what follows in their clause.
  static let denying = words(
    """
    not never nobody nothing neither nor without hardly no none cannot
    instead rather avoid avoided avoiding refuse refused tempted
    """
  ).union(modals)

  static let modals = words("would could might should")

  /// Words that deny what stands right behind them; "no" and "without" are left out, since a cue may itself be a lack.
  static let directlyDenying = words("not never nobody").union(modals)

  /// Words that make a supposition of a clause with its own subject.
  static let supposing = words("if unless wish imagine suppose supposing")

  /// Where the reach of a denial ends.
  static let clauseOpeners = words("but so then because since although though")

  /// Verbs behind which somebody's words stand.
  static let saying = words("say said claim argue pretend").mapped(stem)

  static let persons = words("i we they he she you")
  static let subjects = words("i we they he she it you")

  /// After these a clause depends on another.
  static let subordinators = words(
    """
    that which who whom whose what when where how why if because while than as before after until since whether though
    although once unless
    """)

  /// After these a clause of the same rank begins.
  static let coordinators = words("and so then but or finally later afterwards next first eventually also")

  static let contractions: [String: [String]] = [
    "can't": ["can", "not"], "won't": ["will", "not"], "cannot": ["can", "not"], "shan't": ["will", "not"],
    "didnt": ["did", "not"], "dont": ["do", "not"], "doesnt": ["does", "not"], "wasnt": ["was", "not"],
    "isnt": ["is", "not"], "werent": ["were", "not"], "couldnt": ["could", "not"], "wouldnt": ["would", "not"],
    "hadnt": ["had", "not"], "cant": ["can", "not"], "ive": ["i", "have"], "im": ["i", "am"],
    "weve": ["we", "have"], "theyve": ["they", "have"], "i'd've": ["i", "would", "have"],
    "noone": ["nobody"], "gonna": ["going", "to"], "wanna": ["want", "to"], "let's": ["let", "us"],
  ]

  /// Words whose 's is "is" and not a possessive.
  static let pronounsBeforeIs = words("it that this there here he she what who where how everything nobody")

  static let abbreviations = words("e.g i.e etc vs mr mrs ms dr approx")

  /// Irregular forms by the verb (or noun) that they belong to.
  static let irregular: [String: String] = forms(
    """
    be am is are was were been being
    have has had having
    do does did done doing
    go goes went gone
    use used using uses
    write wrote written writing
    take took taken
    give gave given
    get got gotten
    make made
    find found
    tell told
    say said
    send sent
    lead led
    meet met
    bring brought
    buy bought
    think thought
    teach taught
    catch caught
    begin began begun
    come came
    become became
    see saw seen
    know knew known
    grow grew grown
    draw drew drawn
    throw threw thrown
    show showed shown
    speak spoke spoken
    break broke broken
    choose chose chosen
    drive drove driven
    rise rose risen
    run ran
    keep kept
    leave left
    lose lost
    build built
    spend spent
    hold held
    stand stood
    understand understood
    fall fell fallen
    feel felt
    hear heard
    pay paid
    sell sold
    win won
    cut cutting
    hit hitting
    shrink shrank shrunk
    deal dealt
    sit sat
    ring rang rung
    ride rode ridden
    mean meant
    lend lent
    lay laid
    wake woke woken
    sleep slept
    forget forgot forgotten
    stick stuck
    steal stole stolen
    person people persons
    child children
    half halves
    """)

  // MARK: - Numbers

  static let ones: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  /// Words with which a spoken number can begin.
  static let numberOpenings = Set(ones.keys).union(words("a half point"))
  static let scales: [String: Double] = [
    "dozen": 12, "hundred": 100, "thousand": 1e3, "k": 1e3, "grand": 1e3, "million": 1e6, "billion": 1e9,
  ]
  /// Parts of a whole, by how many make it.
  static let fractions: [String: Double] = [
    "thirds": 3, "quarters": 4, "fifths": 5, "sixths": 6, "eighths": 8, "tenths": 10, "hundredths": 100,
  ]
  static let currencies = words("dollar dollars bucks usd euro euros eur pound pounds gbp")
  static let periods: [String: String] = [
    "hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly", "quarter": "quarterly",
    "year": "yearly",
  ]
  static let frequencies: [String: String] = [
    "hourly": "hourly", "daily": "daily", "weekly": "weekly", "monthly": "monthly", "quarterly": "quarterly",
    "yearly": "yearly", "annually": "yearly", "annual": "yearly",
  ]
  /// Before "a week" these make a span of it.
  static let beforeSpans = words("in for within after about took takes half of than over until once another not")
  /// Before "two weeks" these make a span of it.
  static let beforeNumberedSpans = words("in within for after over until last next past first")
  static let afterSpans = words("ago later before after afterwards earlier")

  /// Whether the word is a length of time, one or many.
  static func isPeriod(_ word: String) -> Bool {
    periods[word] != nil || word.last == "s" && periods[String(word.dropLast())] != nil
      || ["minute", "minutes"].contains(word)
  }

  /// Before a number of four digits these make a year of it.
  static let beforeYears = words(
    """
    in since of until by january february march april may june july august september october november december spring
    summer autumn winter early late
    """)
  /// Before a number these make a name of it.
  static let beforeLabels = words("version level tier phase step sprint chapter room grade sde l v number no")

  // MARK: - Lists that phrases name

  /// The words of a list that a phrase calls by its name; the name has to exist.
  static func list(named name: Substring) -> Set<String> {
    guard let list = lists[String(name)] else { preconditionFailure("No list <\(name)> in the lexicon.") }
    return list
  }

  private static let lists: [String: Set<String>] = [
    "boss": words(
      """
      manager lead leader boss supervisor director head chief superior principal vp cto ceo foreman owner skip
      consultant matron headteacher headmaster headmistress professor editor chef coordinator
      """),
    "people": words(
      """
      customer client merchant user patient student pupil shopper guest passenger tenant subscriber reader supplier shop
      store family child resident member visitor buyer seller driver donor caller citizen person employee colleague
      parent partner kid bakery clinic hotel restaurant hospital school farm farmer applicant reader viewer listener
      traveller commuter borrower learner teacher nurse florist dentist doctor tourist pharmacist baker farmer cardholder
      courier cook waiter carer pensioner neighbour holder mother father guy man woman staff regular audience
      """),
    // Those whom a business is there for.
    "clients": words(
      """
      customer client merchant user patient student pupil shopper guest passenger tenant subscriber reader supplier shop
      store family child resident member visitor buyer seller driver donor caller citizen kid clinic hotel restaurant
      hospital school cardholder applicant viewer listener traveller borrower learner
      """),
    "need": words(
      """
      get receive come arrive hear show pay ship send sell buy order find see reach use open eat sleep return confirm deliver
      log book sign travel
      """),
    "valued": words(
      """
      contract deal account customer client order sale trust business revenue money merchant user patient goodwill
      reputation job licence
      """),
    "harm": words(
      """
      lose miss late delay wait complain complaint hurt suffer fail leave churn cancel hit harm risk affect unable stuck
      angry freeze crash break drown swamp overwhelm upset frustrated refund overcharge injure strand block damage unhappy annoyed double-charged anger close shut quit
      starve apologize disappoint
      """),
    "cost": words("cost lose leak waste miss loss risk drain penalty fine refund burn"),
    "money": words("revenue sale sales money profit cost costs budget income turnover margin spend fee fees dollar"),
    "gain": words("recover save gain earn protect win raise grow increase rise regain avoid cut reduce drop keep"),
    "change": words(
      """
      go drop fall rise grow climb move shrink decrease increase improve cut reduce bring get jump decline lower raise
      shorten plunge slip
      """),
    "unit": words("hour minute second day week month ms millisecond"),
    "weekday": words("monday tuesday wednesday thursday friday saturday sunday morning evening night weekend"),
    "things": words(
      """
      team service job scope area responsibility system code project department ward decision duty remit role task problem
      codebase product budget class shift process territory store
      """),
    "group": words(
      """
      team group department squad org organization unit ward branch office division store company clinic school hospital
      shop region country site hotel launch product project depot plant factory class course
      """),
    "adopt": words("adopt copy lift borrow reuse clone fork import install introduce apply follow embrace request"),
    "handbook": words(
      """
      template standard onboarding handbook checklist process training runbook playbook guideline manual curriculum toolkit
      """),
    "observe": words("watch monitor check compare count measure track verify observe look confirm test revisit"),
    "virtue": words(
      """
      communication teamwork collaboration cooperation honesty transparency patience persistence perseverance work trust
      planning preparation listening feedback ownership leadership attitude mindset people team
      """),
    "vital": words("important key crucial essential everything critical vital matter pay necessary powerful"),
  ]

  /// The words of a text, separated by white space.
  static func words(_ text: String) -> Set<String> { Set(text.split(whereSeparator: \.isWhitespace).map(String.init)) }

  /// Forms by their first: each line has a base and its irregular forms.
  private static func forms(_ text: String) -> [String: String] {
    var bases: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let forms = line.split(separator: " ").map(String.init)
      for form in forms.dropFirst() { bases[form] = forms[0] }
    }
    return bases
  }
}

extension Set<String> {
  fileprivate func mapped(_ change: (String) -> String) -> Set<String> { Set(map(change)) }
}
