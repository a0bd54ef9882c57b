internal import Scenarios

/// What shows that a step holds something, by the finding that it is called without it.
///
/// The notation is `Phrase`'s. All phrases are our own choice; the labelled answers show how far they reach.
enum Signs {
  /// The phrases that cover a finding; `nil` for one that is not covered by phrases alone.
  static func of(_ finding: Finding) -> PhraseSet? { sets[finding] }

  /// What may say it in other words: where one of these stands, the finding is neither covered nor held to be absent.
  static func hints(of finding: Finding) -> PhraseSet? { hintSets[finding] }

  private static let hintSets: [Finding: PhraseSet] = [
    .noImpact: PhraseSet(
      """
      they|who ~ not|never
      complain|refund|penalty|suffer|furious|apologize|injure|overdue
      angry
      $
      trust|reputation|contract
      wait|late|overnight
      fall through
      <people>|she|he|her|his
      day off
      stop come|use|buy|call|order
      """),
    .noBoundary: PhraseSet(
      """
      volunteer
      the|their ~ 's <things>|thing
      upon myself
      somebody|someone else
      their|platform ~ <things>
      another|other|different <group>
      anyway|nevertheless|nonetheless|regardless|although|though
      all the same
      nobody
      none of
      i be in|on|from|with|at|just|only
      """),
    .noFollowThrough: PhraseSet(
      """
      afterwards|later
      next|following <unit>|<weekday>
      <unit>|<weekday> after
      still
      on <weekday>
      again
      first <weekday>|<unit>
      """),
    .noNumber: PhraseSet(
      """
      dozens|hundreds|thousands|millions
      both|several|couple
      """),
    .noMetric: PhraseSet(
      """
      less|fewer|lower|higher|faster|slower|shorter
      no longer
      """),
    .noBusinessValue: PhraseSet(
      """
      <people> ~ <gain>
      less|fewer
      contract|deal|renew
      """),
    .noSecondOrder: PhraseSet(
      """
      other|another|every|all ~ <group>|<people>
      now ~ use|run
      the same
      other #
      each|every
      <group> ~ use|order|buy|run|keep
      on|in|for|across all|every
      """),
    .noSystemicCause: PhraseSet(
      """
      ownership|owner|accountable|incentive|process
      between|across|both ~ <group>
      two <group>
      nobody have to
      the one|ones|people who
      """),
  ]

  private static let sets: [Finding: PhraseSet] = [
    .noImpact: impact, .noBoundary: boundary, .noFollowThrough: followThrough, .noNumber: number, .noMetric: metric,
    .noBusinessValue: businessValue, .noSecondOrder: secondOrder, .noSystemicCause: systemicCause,
  ]

  private static let impact = PhraseSet(
    """
    <people> ~ <harm>
    <people> would|could|might ~ <harm>
    <people>|who|she|he|you ~ never|not <need>
    <harm> ~ <people>
    lose|lost ~ <valued>
    stand to lose
    at risk
    <cost> ~ $
    $ ~ <cost>
    refund|reimburse|compensate ~ $|<people>
    <cost> ~ revenue|sales|money|trust|reputation ~ #?
    <cost> us|them|me ~ #
    <cost> # ~ <unit>
    complaint
    angry|furious|desperate|worried ~ <people>|email|call|letter|message
    revenue|sales|money ~ lost|leak
    <people> ~ they ~ <harm>
    <people> ~ charge|bill|invoice ~ twice|double|again|wrong|wrongly
    <people> ~ spend|waste ~ <unit>|<weekday>|time
    $ ~ nobody|never|not ~ pay
    <people> ~ call|write|email|ring|phone us|in
    <people> ~ switch|abandon|give up|walk away
    bad|negative review
    money back
    to ~ competitor
    breach|violate ~ sla|contract|promise|agreement
    # <unit> of manual|extra|wasted
    by hand ~ <unit>|<weekday>
    page|wake ~ at night
    <people> ~ get|receive|have nothing
    miss ~ deadline|slot|delivery|payment|appointment|train|flight|shift
    <people> ~ stop|quit come|use|buy|call|order
    <people> have to ~ <unit>|<weekday>|day|twice|again
    """)

  private static let boundary = PhraseSet(
    """
    not my|our|mine|ours own? ~ <things>
    not =mine|=ours
    not under|part of my|our
    not on|in|part my|our|the|that|this|their ~ <group>
    not in my|our ~ okrs|okr|goals|objectives|remit|charter|plan|roadmap|job
    another|different|other <group> 's
    sister|neighbouring|neighboring ~ <group>
    belong|run|own|maintain|manage|operate ~ to|by another|different|other|the|a ~ <group>
    <things> own|maintain|run|manage|operate by
    belong to <group>
    outside|beyond of? my|our|the own? ~ <things>
    above my pay
    nobody ~ ask|appoint|send|invite|expect|require|hire
    nobody tell|order|assign me to?
    nobody wait|look for|to me to?
    no ticket|request|assignment|mandate|authority|vote
    not a? ticket|mandate
    not have|get|need ~ ticket|mandate|authority|vote|say
    not have|get ~ write|commit|merge|push|edit|admin ~ access|right|permission
    not assign to
    not be assign
    not ask to
    not be? ask|send|invite|hire
    not suppose|expect|require|oblige|pay to
    not be? tell|instruct|order to
    tell|advise|warn not to
    not want me to
    leave it|that|this to them|platform|others
    without be ask|tell
    without a? ticket|request|order|assignment
    unasked|unprompted|unassigned
    on nobody 's list|roadmap|plate|agenda|desk
    nobody 's job|responsibility|problem|task
    nobody own
    not on my|our list|roadmap|plate|backlog|desk
    not own it|that|this|the
    not that anyone|anybody ~ ask|tell|order|assign|give|hand|send|want
    never ~ on ~ board|list|roadmap|plate|backlog|agenda|desk
    my|our own time|evening|friday|weekend|night|lunch
    not my|our place|business|call|lane|turf|concern|fight
    nothing to do with my|our|us|me
    somebody|someone else 's <things>
    not what i be hire|pay for
    uninvited
    out of my lane
    """)

  private static let followThrough = PhraseSet(
    """
    =deployed|=shipped|=released|=launched|deployment|rollout
    deploy|ship|release|launch it|this|that|them|the|my|to
    after|during|since|before|through|at the|our|its launch|release|merge|go-live
    live
    it|this|that|change|fix|patch|they go out
    roll ~ out
    in|into|to production
    monitor|watch|track|verify|measure|observe ~ deployment|rollout|release|metric|metrics|rate|rates|number|numbers|result|results|graph|graphs|dashboard|log|logs|region|production|month|week|day|days|weeks|months|it
    <observe> ~ every|each ~ <unit>|<weekday>
    <observe> ~ until|till|afterwards
    every|each <unit>|<weekday> ~ i ~ <observe>
    <unit>|<weekday> later|after|on i ~ <observe>
    next|following <unit>|<weekday> ~ to see|check|ask|confirm
    see it|them|that|this in use|action|practice
    still work|hold|run
    keep ~ eye
    go back ~ check|compare|measure|look|verify|count
    stay with|online|on|by|beside
    keep watch|monitor|check|track|measure
    follow up
    check back|again|afterwards|every|weekly
    check in on
    document|documentation|wiki|runbook|handbook|postmortem
    post mortem
    hand|handed it|this|that|them|everything? over
    train ~ nurse|colleague|team|them|people|staff|others|members|teachers|volunteers
    trained
    make sure ~ stay|hold|keep|last
    until|till it|everything|the|all ~ live|stable|run|hold
    canary|pilot
    behind a flag|switch|toggle
    ramp it|this|that? up
    show|teach|explain ~ how ~ work|run|use
    help|support them ~ deploy|roll|release|launch
    for|over ~ next|following ~ <unit>|# ~ <observe>
    <unit>|<weekday> i ~ <observe> ~ again
    see that|whether|if|how it|they|this|that|everything ~ work|hold|stay|run|last|arrive
    """)

  private static let number = PhraseSet(
    """
    #
    twice|halve|double|triple|quadruple|tenfold
    in|by half
    half as|the
    """)

  private static let metric = PhraseSet(
    """
    from ~ # ~ to ~ #|one|none
    # ~ from #
    down|up ~ from #
    # ~ instead of
    instead of #
    before ~ # ~ after|afterwards|now|today ~ #|one|none|nothing
    # ~ before # ~ after|afterwards|now|since
    use to ~ #
    <change> ~ to ~ #
    come down to ~ #
    down|up to #
    <change> ~ to ~ half|third|quarter|fifth|tenth|fraction
    <change> ~ by ~ #|half
    <change> ~ %
    by %
    % ~ less|fewer|more|lower|higher|faster|slower|better|shorter|cheaper|drop|reduction|increase|decrease
    # times as|more|less|fewer|faster|better|quicker
    # faster|fewer|less|lower|higher
    #|twice as fast|quick|many|much|often|long|high
    halve|double|triple|quadruple
    in|by half
    half as|the
    #|third|quarter|half less|fewer
    be # ~ now ~ #
    cut|divide|split in half|two
    by a|one third|quarter|fifth|tenth
    down|up to one
    # ~ be none|gone
    """)

  private static let businessValue = PhraseSet(
    """
    $
    worth ~ #
    save|recover ~ money|revenue|cost|costs|budget
    <money> ~ <gain>
    <gain> ~ <money>
    # ~ <clients>
    <clients> ~ #
    <clients> ~ renew|extend|sign
    save ~ # ~ <unit>
    recover|save|earn ~ # ~ hourly|daily|weekly|monthly|quarterly|yearly
    # ~ recover|save|earn ~ hourly|daily|weekly|monthly|quarterly|yearly
    # <unit> ~ save|saved|hourly|daily|weekly|monthly
    # <unit> of work
    that # hourly|daily|weekly|monthly|quarterly|yearly
    get|win|bring|give back ~ # ~ hourly|daily|weekly|monthly|quarterly|yearly|<unit>
    get|win|bring # hourly|daily|weekly|monthly|quarterly|yearly? back
    less|fewer ~ case|ticket|call|complaint|email|refund|escalation|hour|page|return|claim
    finance|accounting|controlling|accountant put|confirm|say|estimate|calculate|book ~ #
    complaint ~ drop|stop|fall|go|disappear|end
    <clients> ~ stop complain|leave|lose
    <clients> ~ come back|return|renew|stay|trust|thank|happier
    <clients> ~ no longer|get|receive
    churn|retention|conversion
    win|keep|save|sign ~ contract|deal|customer|account|client|business|merchant
    avoid ~ penalty|$
    pay for itself
    roi
    save ~ <unit>|shift|trip|afternoon|evening
    """)

  private static let secondOrder = PhraseSet(
    """
    adopt|adoption
    become|be|make|as ~ standard|default|norm|template|blueprint
    other|another|two|three|four|more|every|all|# ~ <group> ~ use|take|run|start|ask|switch|join|want|<adopt>
    # other <group>
    # <group> ~ use|take|switch|<adopt>
    <group> ~ <adopt> my|it|this|that|our|them
    part of ~ <handbook>
    in|into their|the|our|all ~ <handbook>
    have|put it|this|that|them in ~ <handbook>
    across the|all ~ company|org|organization|teams|departments
    company|organization wide
    every new ~ <things>
    in|on|for every|each|all other? <things>|<group>
    use my|it|the ~ everywhere|elsewhere
    everywhere
    copy my
    still use
    they|everybody|everyone use it|them|mine
    make|become|be ~ policy|rule|practice|requirement|mandatory
    pick ~ up by
    catch on
    spread to|across
    roll ~ out across|everywhere
    roll ~ out to ~ all|every|other|rest
    rest of the ~ <group>
    open source
    new starter|hire|joiner
    """)

  private static let systemicCause = PhraseSet(
    """
    organizational gap|problem|cause|issue|failure|blind
    gap|gaps ~ between|across ~ <group>
    gap|gaps in ~ sla|slas|slo|ownership|process|responsibility|accountability
    systemic|structural|structurally
    no|without|lack|zero|missing of? ~ shared|common|joint
    no|without|lack|zero of? ~ owner|ownership|visibility|accountability|process
    neither|nobody|no ~ <group>|one|side ~ own|see|accountable|responsible|measure|know|watch|look|have|write|agree|define|pay
    neither|none of|the ~ <group> ~ own|see|accountable|responsible|measure|know|watch
    nobody ~ see|own|accountable|responsible|measure|define|agree|write|pay|reason
    one <group>|team|side ~ other|another
    fall|fell between
    between ~ <group>
    across ~ <group>
    incentive
    the way ~ organize|set|measure|plan|reward
    to ~ leadership
    blind spot
    silo|silos
    culture
    no one 's|nobody 's job|responsibility|problem
    root cause ~ <group>|process|culture
    not the one|ones|same ~ who
    """)
}
