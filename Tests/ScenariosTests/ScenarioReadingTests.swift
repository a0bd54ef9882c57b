import Testing

@testable import Scenarios

/// One way to break the sample file, and the one problem that a reader must be told.
struct Breakage: Sendable, CustomTestStringConvertible {
  var original: String
  var replacement: String
  var problem: String

  init(_ original: String, _ replacement: String, _ problem: String) {
    (self.original, self.replacement, self.problem) = (original, replacement, problem)
  }

  var testDescription: String { problem }
}

/// The end of the list of findings.
private let findings =
  "`late_start`, `long_silence`, `rushed`, `dragging`, `fading`, `no_impact`, `no_boundary`, `shared_credit`, "
  + "`no_follow_through`, `no_number`, `no_metric`, `no_business_value`, `no_second_order`, `generic`, "
  + "`no_systemic_cause`, `few_cues`, `red_flag`, `disqualifier`"

@Suite struct ScenarioReadingTests {
  @Test func `the sample file is read as it stands`() throws {
    let scenario = try Scenario(yaml: sampleFile, fileName: "sample.yaml")
    #expect(scenario.id == "sample")
    #expect(scenario.steps[.task]?.targetInSeconds == 30)
    #expect(scenario.probes.map(\.id) == ["first", "second"])
    #expect(
      scenario.probes[0].calledForBy == [
        EvidenceRule(step: .task, finding: .short, strength: 2, level: nil, because: "no room for it")
      ])
    #expect(scenario.levels[.sde1]?.atMostInSeconds == 120)
  }

  @Test func `a step's checks and a rule's level are read, and may be left out`() throws {
    let plain = try Scenario(yaml: sampleFile, fileName: "sample.yaml")
    #expect(plain.steps[.task]?.checks == [])
    let checks = [
      "    checks:", "      - {finding: no_boundary, ask: \"Did you say whose it was?\"}",
      "      - {finding: no_systemic_cause, ask: \"Did you say why it lasted?\", level: senior}",
    ]
    let coaching = "    coaching: Be short."
    let yaml = sampleFile(coaching, with: (checks + [coaching]).joined(separator: "\n"))
      .replacing("strength: 3,", with: "strength: 3, level: sde1,")
    let scenario = try Scenario(yaml: yaml, fileName: "sample.yaml")
    #expect(
      scenario.steps[.task]?.checks == [
        StepCheck(finding: .noBoundary, question: "Did you say whose it was?", level: nil),
        StepCheck(finding: .noSystemicCause, question: "Did you say why it lasted?", level: .senior),
      ])
    #expect(scenario.probes[1].calledForBy.map(\.level) == [.sde1])
  }

  @Test(arguments: [
    ("{finding: short, ask: Was it?}", "is `short`, which is measured and not asked"),
    ("{finding: no_number, ask: Was it?, level: staff}", "`level`"),
    (
      "{finding: no_number, ask: A?}, {finding: no_metric, ask: B?}, {finding: generic, ask: C?}, {finding: few_cues, ask: D?}",
      "has 4 items; 3 at most"
    ),
  ])
  func `a check that nobody could answer is a problem`(checks: String, problem: String) {
    let coaching = "    coaching: Be short."
    let yaml = sampleFile(coaching, with: "    checks: [\(checks)]\n\(coaching)")
    let error = #expect(throws: ScenarioError.self) { try Scenario(yaml: yaml, fileName: "sample.yaml") }
    #expect(
      error?.problems.contains { $0.message.contains(problem) } == true, "\(error?.problems.first?.message ?? "")")
  }

  @Test func `the right option counts from 1 in the file and from 0 in the scenario`() throws {
    let check = try #require(try Scenario(yaml: sampleFile, fileName: "sample.yaml").knowledgeChecks.first)
    #expect(check.options[check.right] == "four")
  }

  @Test func `a step without a limit ends at one and a half times its target`() throws {
    let yaml = sampleFile("    limit_s: 45\n", with: "")
    #expect(try Scenario(yaml: yaml, fileName: "sample.yaml").steps[.result]?.limitInSeconds == 45)
  }

  @Test func `a level without a total leaves it open`() throws {
    let yaml = sampleFile("    at_least_s: 100\n    at_most_s: 120\n", with: "")
    let level = try Scenario(yaml: yaml, fileName: "sample.yaml").levels[.sde2]
    #expect(level?.atLeastInSeconds == nil && level?.atMostInSeconds == nil)
  }

  @Test(arguments: ["yes", "42", "1.50", "2026-11-20"])
  func `a text that YAML takes for something else is the text as written`(word: String) throws {
    let yaml = sampleFile("title: A sample", with: "title: \(word)")
    #expect(try Scenario(yaml: yaml, fileName: "sample.yaml").title == word)
  }

  @Test(arguments: ["sample.yaml", "sample.yml", "/home/a b/sample.yaml", "sample"])
  func `the folder and the ending of the file do not matter for the id`(fileName: String) throws {
    #expect(try Scenario(yaml: sampleFile, fileName: fileName).id == "sample")
  }

  @Test func `line ends of Windows are read like others`() throws {
    let windows = sampleFile.replacing("\n", with: "\r\n")
    #expect(
      try Scenario(yaml: windows, fileName: "sample.yaml")
        == Scenario(yaml: sampleFile, fileName: "sample.yaml")
    )
  }

  @Test(arguments: breakages)
  func `a broken file is reported with its place and what to write instead`(breakage: Breakage) {
    let yaml = sampleFile(breakage.original, with: breakage.replacement)
    #expect(problems(of: yaml) == [breakage.problem])
  }

  @Test func `all problems of a file are reported at once, in the order of the file`() {
    let yaml =
      sampleFile
      .replacing("title: A sample", with: "titel: A sample")
      .replacing("target_s: 30", with: "target_s: soon")
      .replacing("id: second", with: "id: first")
      .replacing("finding: missing", with: "finding: mising")
      .replacing("  interviewer_thinks: Hm.", with: "  interviewer_thinks: Hm.\n  interviewer_thinks: Oh.")
      .replacing("right: 4", with: "right: 5")
    #expect(
      problems(of: yaml) == [
        "1:1: A scenario lacks `title`; add a line `title: …`.",
        "3:1: `titel` is not a key of a scenario; did you mean `title`?",
        "11:15: `target_s` must be a number of seconds over 0 and at most 3600, such as 30, but is `soon`.",
        "35:9: `id` is `first`, but so is that of the probe in line 24; give this one another.",
        "45:33: `finding` cannot be `mising`; did you mean `missing`? It must be one of `missing`, `short`, "
          + "`long`, `over_limit`, \(findings).",
        "51:3: `interviewer_thinks` stands here and again in the same mapping; keep one of them.",
        "56:12: `right` must be a whole number from 1 to 4, but is `5`.",
      ])
  }

  @Test func `a file of a newer schema is told so, and nothing else`() {
    let yaml = sampleFile("schema: 1", with: "schema: 2").replacing("title:", with: "headline:")
    #expect(
      problems(of: yaml) == [
        "1:9: The file has schema 2, and this StarPace reads up to 1; update StarPace to read it."
      ])
  }

  @Test(arguments: ["", "# nothing but a comment\n", "\n\n"])
  func `an empty file is told apart from a broken one`(yaml: String) {
    #expect(
      problems(of: yaml) == ["1:1: The file is empty; `starpace scenarios new` starts one from a template."])
  }

  @Test func `a file of hundreds of duplicates is refused without reading it over and over`() {
    let yaml = String(repeating: "title: again\n", count: 200)
    #expect((1...100).contains(problems(of: yaml).count))
  }

  @Test func `an error reads as a compiler's does`() {
    let error = ScenarioError(
      fileName: "my/own.yaml",
      problems: [
        ScenarioProblem(line: 3, column: 1, message: "One."),
        ScenarioProblem(line: 14, column: 9, message: "Two."),
      ])
    #expect(error.description == "my/own.yaml:3:1: One.\nmy/own.yaml:14:9: Two.")
  }

  private func problems(of yaml: String) -> [String] {
    do throws(ScenarioError) {
      _ = try Scenario(yaml: yaml, fileName: "sample.yaml")
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }
}

private let breakages: [Breakage] = [
  // Keys
  Breakage(
    "    limit_s: 45", "    limt_s: 45", "12:5: `limt_s` is not a key of a step; did you mean `limit_s`?"),
  Breakage(
    "    limit_s: 45", "    limit_s: 45\n    colour: red",
    "13:5: `colour` is not a key of a step; its keys are `target_s`, `limit_s`, `example`, `cues`, `checks`, `coaching`, "
      + "`common_mistake`, `why_it_hurts`."),
  Breakage(
    "    key_line: This.\n", "", "24:5: A probe lacks `key_line`; add a line `key_line: …`."),
  Breakage(
    "  reflection: *step\n", "", "10:3: The block `steps` lacks `reflection`; add a line `reflection: …`."),
  Breakage(
    "  senior: *level", "  senior: *level\n  principal: *level",
    "71:3: `principal` is not a key of the block `levels`; its keys are `sde1`, `sde2`, `senior`."),
  Breakage(
    "question: What happened?", "question: What happened?\nquestion: What then?",
    "5:1: `question` stands here and again in the same mapping; keep one of them."),
  Breakage(
    "question: What happened?", "\"question\": What happened?\nquestion: What then?",
    "5:1: `question` stands here and again in the same mapping; keep one of them."),
  Breakage(
    "id: second", "id: first",
    "35:9: `id` is `first`, but so is that of the probe in line 24; give this one another."),
  Breakage(
    "    - flag: We", "    - [flag]: We\n      flag: We",
    "49:7: A key of a red flag must be a word; write `flag`, `why`."),

  // Texts
  Breakage("title: A sample", "title:", "3:7: `title` is empty; write a text."),
  Breakage("title: A sample", "title: ~", "3:8: `title` is empty; write a text."),
  Breakage("title: A sample", "title: \"  \"", "3:8: `title` is empty; write a text."),
  Breakage("  - Say it.", "  - \"\"", "8:5: An item of `key_takeaways` is empty; write a text."),
  Breakage(
    "title: A sample", "title: [A, sample]",
    "3:8: `title` must be a text, but is a list; put quotes around a text that YAML reads otherwise."),
  Breakage(
    "  - Say it.", "  - Say: it.",
    "8:5: An item of `key_takeaways` must be a text, but is a mapping; put quotes around a text that YAML reads otherwise."
  ),
  Breakage(
    "title: A sample", "title: \"A \\e[2J sample\"",
    "3:8: `title` holds a tab or another control character; delete it."),
  Breakage(
    "id: second", "id: ../second",
    "35:9: `id` is `../second`, but must be lower-case words joined by `-`, such as `owned-failure`."),
  Breakage(
    "id: sample", "id: simple",
    "2:5: `id` is `simple`, but the file is named `sample`; make the two the same."),
  Breakage(
    "\"no room for it\"", "\"no room for it.\"",
    "34:60: `because` completes a sentence such as \"Result took 6 s of 20: …\"; leave out the full stop."),

  // Numbers
  Breakage(
    "target_s: 30", "target_s: -30",
    "11:15: `target_s` must be a number of seconds over 0 and at most 3600, such as 30, but is `-30`."),
  Breakage(
    "target_s: 30", "target_s: .inf",
    "11:15: `target_s` must be a number of seconds over 0 and at most 3600, such as 30, but is `.inf`."),
  Breakage(
    "target_s: 30", "target_s: nan",
    "11:15: `target_s` must be a number of seconds over 0 and at most 3600, such as 30, but is `nan`."),
  Breakage(
    "target_s: 30", "target_s: '30'",
    "11:15: `target_s` must be a number of seconds over 0 and at most 3600, such as 30, but is the text \"30\"."
  ),
  Breakage(
    "target_s: 30", "target_s:",
    "11:14: `target_s` must be a number of seconds over 0 and at most 3600, such as 30, but is empty."),
  Breakage(
    "limit_s: 45", "limit_s: 30",
    "12:14: `limit_s` must be longer than the target of 30 s; leave it out for 1.5 times the target."),
  Breakage(
    "bar: Own skill.", "bar: Own skill.\n    tested_by: third",
    "69:16: `tested_by` is `third`, and no probe has that id; name one of first, second."),
  Breakage(
    "at_least_s: 100", "at_least_s: 120",
    "65:16: `at_most_s` must be longer than `at_least_s`, which is 120 s."),
  Breakage("strength: 2", "strength: 4", "34:48: `strength` must be a whole number from 1 to 3, but is `4`."),
  Breakage(
    "strength: 2", "strength: 2.5", "34:48: `strength` must be a whole number from 1 to 3, but is `2.5`."),
  Breakage("right: 4", "right: 0", "55:12: `right` must be a whole number from 1 to 4, but is `0`."),
  Breakage("schema: 1", "schema: one", "1:9: `schema` must be 1, but is `one`."),

  // Words of a fixed list
  Breakage(
    "step: task", "step: tusk",
    "34:16: `step` cannot be `tusk`; did you mean `task`? It must be one of `situation`, `task`, `action`, `result`, "
      + "`reflection`."),
  Breakage(
    "finding: short", "finding: boring",
    "34:31: `finding` cannot be `boring`; it must be one of `missing`, `short`, `long`, `over_limit`, \(findings)."),

  // Lists and mappings
  Breakage(
    "[one, two, three, four]", "[one, two, three]", "54:14: `options` needs exactly 4 items, but has 3."),
  Breakage(
    "cues:\n      - I noticed", "cues: I noticed",
    "14:11: `cues` must be a list, but is `I noticed`; write each item on a line of its own after `- `."),
  Breakage(
    "cues:\n      - I noticed", "cues: []", "14:11: `cues` is an empty list; write at least one item."),
  Breakage(
    "    strong:\n      answer: Like this.", "    strong: Like this.",
    "30:13: `strong` must be a mapping, but is `Like this.`; write its keys below it, each on a line: `answer`."
  ),

  // Not YAML
  Breakage(
    "question: What happened?", "question: What: happened?",
    "5:15: This is not YAML: a text with `: ` in it needs quotes, or a line of its own below `>-`."),
  Breakage(
    "    question: How?", "\tquestion: How?", "25:1: This is not YAML: a tab cannot indent; use spaces."),
  Breakage(
    "title: A sample", "title: @sample",
    "3:8: This is not YAML: a text cannot begin with `@`; put it in quotes."),
  Breakage(
    "title: A sample", "title: *sample",
    "3:8: This is not YAML: a text cannot begin with `*`; put it in quotes, or write the `&` anchor first."),
  Breakage(
    "title: A sample", "title: \"A sample",
    "34:61: This is not YAML: the line is not indented like those above, or a quote above it is not closed."),
  Breakage("title: A sample", "title: A\u{1}sample", "3:9: YAML allows no control character; delete it."),
  Breakage(
    "[one, two, three, four]", "[one, two, three, four",
    "54:14: This is not YAML: a `[` is not closed, or a comma is missing."),
  Breakage(
    "title: A sample", "---\ntitle: A sample",
    "3:1: This is not YAML: a file holds one scenario; delete this line and what follows."),
  Breakage(
    "overview: Something", "overview\nnot: Something",
    "6:1: This is not YAML: a key needs a `:` behind it, and a text of several lines must be indented below its key."
  ),
  Breakage(
    "why: It is the last.", "why: \"It is the last.", "56:10: This is not YAML: a quote is not closed."),
  Breakage(
    "  task: *step", " task: *step",
    "19:2: This is not YAML: the line is not indented like those above, or a quote above it is not closed."),
]
