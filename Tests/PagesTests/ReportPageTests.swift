import Foundation
import Interview
import Reports
import Scenarios
import Sessions
import Testing

@testable import Pages

@Suite struct ReportPageTests {
  /// Text that tries to be more than text.
  static let hostile = [
    "</title></style></script><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)\" x=\"", "' onfocus='alert(1)' autofocus='",
    "\"\u{301} onmouseover=alert(1) \u{301}\"", "<\u{200D}img src=x onerror=alert(1)>",
    "<img src=https://example.org/x.png onerror=alert(1)>", "{{{html}}} {{> script}} {{=<% %>=}}",
    "javascript:alert(1)", "<!-- --> ]]> &lt;script&gt; &#60;b&#62;", "\u{202E}evil\u{2066}\u{1B}[31m\u{0}\u{7}",
    "<svg onload=alert(1)>", "a\u{2028}b\nc\r\nd", "<base href=https://example.org/>",
  ]

  @Test func `a page has what the text report has, in its order`() throws {
    let page = BuiltPage()
    let report = try page.report()
    let shown = try page.html().shown
    var place = shown.startIndex
    for words in [
      report.scenario.question.replacing("'", with: "&#39;"), "Whole answer", "too short", "Situation",
      report.steps[0].verdict.words, "coach: on target (Ben, 2026-11-21)", "Notes of the coach",
      "Action: Say what you decided. (Ben, 2026-11-21)", "Whole answer: A good story.", report.probesTitle,
      report.probes[0].probe.question,
      "Your answer took 0:40 of 0:45",
      "Then: Deeper it?", "To remember", report.adviceTitle, report.advice[0].evidence, "Drill",
      "Changes against the sessions before", "Action is shorter: ", "The last 3 sessions against the 7 before",
      report.wordsTitle,
      "Cues not found", "Details", "Answer time runs from the first speech",
    ] {
      let found = shown[place...].range(of: words)
      #expect(found != nil, "\(words)")
      place = found?.upperBound ?? place
    }
  }

  @Test func `a verdict of the coach stands beside the measured one, in one cell`() throws {
    let html = try BuiltPage().html()
    let cells = html.matches(of: /<td class="verdict" role="cell">(.*?)<\/td>/.dotMatchesNewlines()).map {
      String($0.1).shown
    }
    #expect(cells.count == 5 && cells[0].contains("over the limit") && cells[0].contains("coach: on target"))
    #expect(!cells[1].contains("coach"))
  }

  @Test func `without notes and changes there are no sections for them`() throws {
    let shown = try BuiltPage(hasNotes: false).html().shown
    #expect(!shown.contains("coach") && !shown.contains("Changes against") && !shown.contains("Anna"))
    #expect(try BuiltPage().html().shown.contains("Anna · "))
  }

  @Test(arguments: [true, false]) func `the patterns are told where they were not shown before`(isInterview: Bool)
    throws
  {
    let shown = try BuiltPage(mode: isInterview ? .interview : .rehearse).html()
    #expect(shown.contains("<dt>Strong</dt>") == isInterview)
    #expect(shown.contains("<dt>To remember</dt>"))
  }

  @Test(arguments: hostile) func `hostile text is text`(text: String) throws {
    let harmless = try BuiltPage(text: "harmless").html()
    let page = try BuiltPage(text: text).html()
    // Every tag and every name of an attribute is the template's.
    #expect(page.tags == harmless.tags)
    #expect(
      page.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .format || [0x200C, 0x200D].contains($0.value)
      })
    #expect(page.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" })
  }

  @Test func `a hundred kilobytes of hostile text are text too`() throws {
    let text = String(repeating: "<script>\u{202E}\"'&", count: 7_000)
    let page = try BuiltPage(text: text).html()
    #expect(try page.tags == BuiltPage(text: "harmless").html().tags)
  }

  @Test func `every tag that opens closes, in order`() throws {
    for page in [BuiltPage(), BuiltPage(hasWords: false, audio: { _ in .unreadable }, hasCurves: false)] {
      #expect(try page.html().isBalanced)
    }
  }

  @Test func `the page is one file: nothing in it names another but its sound`() throws {
    let html = try BuiltPage().html()
    let references = html.matches(of: /\s(?:src|href|action|data|poster|srcset|formaction)="([^"]*)"/).map {
      String($0.1)
    }
    #expect(Set(references.filter { !$0.hasPrefix("#") }) == Set((0..<8).map { "\($0).wav" }))
    #expect(!html.contains("@import") && !html.contains("http:") && !html.contains("https:"))
    #expect(html.matches(of: /url\(([^)]*)\)/).allSatisfy { $0.1.hasPrefix("#") })
  }

  @Test func `no element has a style or a handler of its own`() throws {
    let names = Set(try BuiltPage().html().tags.flatMap { $0.split(separator: " ").dropFirst() })
    #expect(!names.contains("style"))
    #expect(names.allSatisfy { !$0.hasPrefix("on") })
  }

  @Test func `the same report gives the same page`() throws {
    #expect(try BuiltPage().html() == BuiltPage().html())
  }

  @Test func `with eight takes the page has less than 400 kilobytes`() throws {
    #expect(try BuiltPage().html().utf8.count < 400_000)
  }

  @Test func `each chart is hidden from screen readers, and a table says the same`() throws {
    let html = try BuiltPage().html()
    let takes = html.components(separatedBy: "<section class=\"take\"").dropFirst()
    #expect(takes.count == 8)
    for take in takes {
      #expect(take.contains("<figure class=\"timeline\" aria-hidden=\"true\">"))
      #expect(take.contains("<caption>Pauses of 250 ms or more</caption>"))
    }
    #expect(takes.filter { $0.contains("<caption>Speech, rate and pitch over time in") }.count == 7)
    #expect(html.contains("<caption>Each step against its target</caption>"))
    #expect(html.matches(of: /<svg(?![^>]*aria-hidden)[^>]*class="(bullet|axis|sign)"/).allSatisfy { $0.1 == "axis" })
  }

  @Test func `headings go down a step at a time`() throws {
    let levels = try BuiltPage().html().matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test func `a take without its sound has its timeline of speech and pauses`() throws {
    let html = try BuiltPage(audio: { _ in .unreadable }, hasCurves: false).html()
    #expect(!html.contains("<audio") && !html.contains("<button") && !html.contains("Envelope of the sound"))
    #expect(html.contains("2.wav is not there, or cannot be read"))
    #expect(html.matches(of: /<path class="speech" d="M/).count == 7)
    #expect(html.contains("Syllables a second"))
    #expect(html.contains("media-src") == false)
  }

  @Test func `a file that browsers do not play says so in the place of a control`() throws {
    let html = try BuiltPage(audio: { _ in .unplayable(format: "AIFF, 16 bit") }).html()
    #expect(!html.contains("<audio") && !html.contains("<button") && html.contains("Envelope of the sound"))
    #expect(html.contains("2.wav (AIFF, 16 bit) is of a format that browsers do not play."))
  }

  @Test func `takes in one file are played from where they begin in it`() throws {
    let html = try BuiltPage(
      audio: { _ in .file(path: "/sessions/one/all.wav") }, offset: { Double($0) * 70 }
    ).html()
    #expect(html.contains("src=\"all.wav\""))
    #expect(html.contains("data-offset=\"140.0\" data-duration=\"41.0\""))
    #expect(html.contains("src=\"all.wav#t=140.0,181.0\""))
  }

  @Test func `the page tells nobody where the files lie on this machine`() throws {
    let html = try BuiltPage(
      audio: { _ in .embedded([], mediaType: "audio/ogg") }, path: "/home/secret/"
    ).html()
    #expect(!html.contains("secret") && html.contains("Listen: 0.wav at 0:01"))
  }

  @Test func `embedded sound needs no file`() throws {
    let html = try BuiltPage(
      audio: { _ in .embedded(Array("sound".utf8), mediaType: "audio/ogg") }, offset: { Double($0) * 70 }
    ).html()
    #expect(html.contains("src=\"data:audio/ogg;base64,c291bmQ=\""))
    #expect(html.contains("media-src data:") && !html.contains("file:") && html.contains("data-offset=\"0\""))
  }

  @Test func `a place to listen to is a button of the take that it lies in`() throws {
    let html = try BuiltPage(hasWords: false).html()
    // Past the limit of 45 s, which counts from the first word.
    #expect(html.contains("data-player=\"take-1\" data-from=\"46.0\""))
    #expect(html.contains("Listen: 0.wav at 0:46"))
    // The silence in Action, told by a remark, noticed, and as a row of a table.
    #expect(html.contains("data-player=\"take-3\" data-from=\"12.0\" aria-label=\"Play Action from 0:12\""))
    #expect(html.contains("data-player=\"take-3\" data-from=\"20.0\" aria-label=\"Play Action from 0:20\""))
    #expect(html.contains("<title>Pause of 3.5 s at 0:20</title>"))
  }

  @Test(arguments: [
    ("0.3 s of sound were lost at 0:12, silence stands for them: the machine was too busy.", 12.0),
    ("The machine slept for 30.0 s at 61:07: this time is left out.", 3667),
  ])
  func `a remark on a recording names its place`(remark: String, place: Double) {
    #expect(placeNamed(in: remark) == place)
  }

  @Test(arguments: ["It was not finished; read to its end: 0:12.", "at 0:99", "at 99999999999999:00", ""])
  func `a remark without a place has none`(remark: String) {
    #expect(placeNamed(in: remark) == nil)
  }
}
