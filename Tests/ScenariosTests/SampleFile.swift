/// A scenario file that is as short as the format allows; tests break it in one place each.
let sampleFile = """
  schema: 1
  id: sample
  title: A sample
  principle: Ownership
  question: What happened?
  overview: Something happened.
  key_takeaways:
    - Say it.
  steps:
    situation: &step
      target_s: 30
      limit_s: 45
      example: I noticed it.
      cues:
        - I noticed
      coaching: Be short.
      common_mistake: Too long.
      why_it_hurts: Nobody listens.
    task: *step
    action: *step
    result: *step
    reflection: *step
  probes:
    - id: first
      question: How?
      tests: ownership
      weak:
        answer: No idea.
        why: It is empty.
      strong:
        answer: Like this.
      key_line: This.
      called_for_by:
        - {step: task, finding: short, strength: 2, because: "no room for it"}
    - id: second
      question: Why?
      tests: motivation
      weak:
        answer: No reason.
        why: It is empty, too.
      strong:
        answer: Because of this.
      key_line: Because.
      called_for_by:
        - {step: result, finding: missing, strength: 3, because: "nothing was heard"}
  weak_answer:
    text: We did it.
    red_flags:
      - flag: We
        why: Who?
    interviewer_thinks: Hm.
  knowledge_checks:
    - question: Which?
      options: [one, two, three, four]
      right: 4
      why: It is the last.
  other_principles:
    - principle: Dive Deep
      lead: the logs
      emphasise: the depth
      play_down: the rest
  levels:
    sde1: &level
      at_least_s: 100
      at_most_s: 120
      guidance: Be short.
      reflection: I learned it.
      bar: Own skill.
    sde2: *level
    senior: *level
  """

/// The sample file with the one place that reads `original` changed.
func sampleFile(_ original: String, with replacement: String) -> String {
  let parts = sampleFile.split(separator: original, omittingEmptySubsequences: false)
  precondition(parts.count == 2, "\(original) stands \(parts.count - 1) times in the sample")
  return parts.joined(separator: replacement)
}
