internal import Scenarios

/// What shows that a step holds something, by the finding that it is called without it.
///
/// The notation is `Phrase`'s. All phrases are our own choice; the labelled answers show how far they reach.
enum Signs {
  /// The phrases that cover a finding; `nil` for one that is not covered by phrases alone.
  static func of(_ finding: Finding) -> PhraseSet? { sets[finding] }

  private static let sets: [Finding: PhraseSet] = [
    .noImpact: impact, .noBoundary: boundary, .noFollowThrough: followThrough, .noNumber: number, .noMetric: metric,
    .noBusinessValue: businessValue, .noSecondOrder: secondOrder, .noSystemicCause: systemicCause,
  ]

  private static let impact = PhraseSet(
    """
    <people> ~ <harm>
    <people> ~ never|not come|get|receive|arrive|hear
    <harm> ~ <people>
    <cost> ~ $
    $ ~ <cost>
    <cost> ~ revenue|sales|money|trust|reputation ~ #?
    <cost> us|them|me ~ #
    complaint
    revenue|sales|money ~ lost|leak
    <people> ~ they ~ <harm>
    <people> ~ charge|bill|invoice ~ twice|double|again|wrong|wrongly
    <people> ~ spend|waste ~ <unit>|<weekday>|time
    $ ~ nobody|never|not ~ pay
    """)

  private static let boundary = PhraseSet(
    """
    not my|our|mine|ours own? ~ <things>
    not =mine|=ours
    not under|part of my|our
    another|different|other <group> 's
    belong|run|own|maintain ~ to|by another|different|other|the|a ~ <group>
    belong to <group>
    outside|beyond of? my|our|the own? ~ <things>
    above my pay
    nobody ~ ask
    nobody tell|order|assign me to?
    no ticket|request|assignment|mandate
    not a? ticket
    not assign to
    not be assign
    not ask to
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
    """)

  private static let followThrough = PhraseSet(
    """
    deploy|deployment|rollout|release|ship|launch|live
    roll ~ out
    in|into|to production
    monitor|watch|track|verify|measure|observe ~ deployment|rollout|release|metric|metrics|rate|rates|number|numbers|result|results|graph|graphs|dashboard|log|logs|region|production|month|week|day|days|weeks|months|it
    keep ~ eye
    go back ~ check|compare|measure|look|verify|count
    stay with|online|on
    keep watch|monitor|check|track|measure
    follow up
    check back|again|afterwards|every|weekly
    check in on
    document|documentation|wiki|runbook|handbook|postmortem
    post mortem
    hand|handed over
    train ~ nurse|colleague|team|them|people|staff|others|members|teachers|volunteers
    trained
    make sure ~ stay|hold|keep|last
    until|till it|everything|the|all ~ live|stable|run|hold
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
    before ~ # ~ after|afterwards|now|today ~ #|one|none|nothing
    use to ~ #
    <change> ~ to ~ #
    come down to ~ #
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
    """)

  private static let businessValue = PhraseSet(
    """
    $
    save|recover ~ money|revenue|cost|costs|budget
    <money> ~ <gain>
    <gain> ~ <money>
    # ~ <people>
    <people> ~ #
    save ~ # ~ <unit>
    recover|save|earn ~ # ~ hourly|daily|weekly|monthly|quarterly|yearly
    # recover|save|earn ~ hourly|daily|weekly|monthly|quarterly|yearly
    # <unit> ~ save|saved|hourly|daily|weekly|monthly
    # <unit> of work
    that # hourly|daily|weekly|monthly|quarterly|yearly
    get|win|bring back # hourly|daily|weekly|monthly|quarterly|yearly
    get|win|bring # hourly|daily|weekly|monthly|quarterly|yearly? back
    finance|accounting|controlling|accountant put|confirm|say|estimate|calculate|book ~ #
    complaint ~ drop|stop|fall|go|disappear|end
    <people> ~ stop complain|leave|lose
    <people> ~ come back|return|renew|stay|trust|thank|happier
    <people> ~ no longer|get|receive
    churn|retention|conversion
    """)

  private static let secondOrder = PhraseSet(
    """
    adopt|adoption
    become|be|make|as ~ standard|default|norm|template|blueprint
    other|another|two|three|four|# ~ <group> ~ use|copy|adopt|take|run|follow|apply|start|reuse|ask
    # other <group>
    # <group> ~ use|copy|take|follow|apply|reuse
    part of ~ template|standard|onboarding|handbook|checklist|process|training
    in|into their|the|our|all template|templates
    across the|all ~ company|org|organization|teams|departments
    company|organization wide
    every new <things>
    use my|it|the ~ everywhere|elsewhere
    copy my
    still use
    they|everybody|everyone use it|them|mine
    """)

  private static let systemicCause = PhraseSet(
    """
    organizational gap|problem|cause|issue|failure|blind
    gap|gaps ~ between|across ~ <group>
    gap|gaps in ~ sla|slas|slo|ownership|process|responsibility|accountability
    systemic|structural|structurally
    no|without|lack|zero|missing of? ~ shared|common|joint
    no|without|lack|zero of? ~ owner|ownership|visibility|accountability|process
    neither|nobody|no ~ <group>|one|side ~ own|see|accountable|responsible|measure|know|watch|look|have
    neither|none of|the ~ <group> ~ own|see|accountable|responsible|measure|know|watch
    nobody ~ see|own|accountable|responsible|measure|define|agree|write
    fall|fell between
    between ~ <group>
    across ~ <group>
    incentive
    the way ~ organize|set|measure|plan|reward
    to ~ leadership
    """)
}
