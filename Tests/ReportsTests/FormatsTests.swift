import Foundation
import Interview
import Scenarios
import SpeechTiming
import Testing
import Transcripts

@testable import Reports

/// The forms of a report that other tools read.
@Suite struct FormatsTests {
  /// A session of two takes of 20 s and 10 s and an answer to a probe, by default a file each.
  private func report(
    file: (Int) -> String = { "\($0)-take.wav" }, offsets: [Double] = [0, 0, 0], evil: String = "",
    reason: String = "Because", words: Transcript? = nil
  ) throws -> Report {
    func take(_ number: Int, _ subject: Take.Subject, length: Double) -> Take {
      let speech = [Interval(start: 1, end: 4), Interval(start: 5.5, end: length - 1)]
      var timing = TakeTiming(
        duration: length, speech: speech, pauseThreshold: 0.25,
        level: TakeLevel(speech: -20, noiseFloor: -60, peak: -3, clippedSamples: 0))
      timing.pace = Pace(nuclei: [1.5, 2, 6], in: timing)
      timing.voice = Voice(voicedShare: 0.5, levelSpread: 2, filledPauses: [Interval(start: 2, end: 2.4)])
      return Take(
        subject: subject, file: file(number) + evil, offset: offsets[number - 1], timing: timing, transcript: words)
    }
    var session = Session(scenario: "owned-failure", level: .sde2, started: "2026-11-20T19:04:11Z", seed: 1)
    session.probes = [ChosenProbe(id: "acceptance", reasons: ["\(reason)\(evil)."])]
    session.takes = [
      take(1, .step(.situation), length: 20), take(2, .step(.task), length: 10),
      take(3, .probe("acceptance"), length: 12),
    ]
    return Report(on: session, scenario: try ReportTests.scenario())
  }

  @Test func `takes in files of their own lie end to end, those of one file where they are`() throws {
    #expect(Timeline(of: try report()).parts.map(\.start) == [0, 20, 30])
    #expect(Timeline(of: try report()).duration == 42)
    let one = try report(file: { _ in "all.wav" }, offsets: [5, 40, 60])
    #expect(Timeline(of: one).parts.map(\.start) == [5, 40, 60])
    #expect(Timeline(of: one).duration == 72)
    var alone = Session(scenario: "owned-failure", level: .sde2, started: nil, seed: 1)
    alone.takes = [try #require(one.steps[1].take)]
    #expect(Timeline(of: Report(on: alone, scenario: try ReportTests.scenario())).parts.map(\.start) == [40])
  }

  @Test func `the tiers of a TextGrid have no gap and no overlap`() throws {
    for report in [try report(), try report(file: { _ in "all.wav" }, offsets: [5, 40, 60])] {
      let end = Timeline(of: report).duration
      let tiers = try report.textGrid().components(separatedBy: "\n        class = ").dropFirst()
      #expect(
        tiers.map { $0.prefix { $0 != "\n" } }
          == ["IntervalTier", "IntervalTier", "IntervalTier", "TextTier", "IntervalTier"].map { "\"\($0)\"" })
      for tier in tiers where tier.hasPrefix("\"IntervalTier\"") {
        // The first two times are the tier's own.
        let times = tier.matches(of: /xm(?:in|ax) = ([0-9.]+)/).map { Double($0.1) ?? .nan }
        #expect(times[0] == 0 && times[1] == end)
        let spans = stride(from: 2, to: times.count, by: 2).map { (times[$0], times[$0 + 1]) }
        #expect(spans.first?.0 == 0 && spans.last?.1 == end)
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.1 == $1.0 })
        #expect(spans.allSatisfy { $0.0 < $0.1 })
        #expect(tier.contains("intervals: size = \(spans.count)\n"))
      }
    }
    #expect(try report().textGrid().contains("number = 21.500"))
  }

  @Test func `takes whose lengths add up to fractions of a millisecond meet in a TextGrid`() throws {
    // 0.1 + 0.2 is a little more than 0.3: seen as a number of its own, it would leave a span of no length.
    let timings = [0.1, 0.2, 0.7, 1.1, 2.2].map { length in
      TakeTiming(
        duration: length, speech: [Interval(start: 0, end: length)], pauseThreshold: 0.25,
        level: TakeLevel(speech: -20, noiseFloor: -60, peak: -3, clippedSamples: 0))
    }
    var session = Session(scenario: "owned-failure", level: .sde2, started: nil, seed: 1)
    session.takes = zip(Step.allCases, timings).map { Take(subject: .step($0), file: "\($0).wav", timing: $1) }
    let text = try Report(on: session, scenario: ReportTests.scenario()).textGrid()
    #expect(text.components(separatedBy: "text = \"\"").count == 1 + 2, "only pauses and filled are empty")
    #expect(text.components(separatedBy: "xmax = 4.300\n").count == 1 + 1 + 5 + 4)
    let times = text.matches(of: /xmin = ([0-9.]+)\n +xmax = ([0-9.]+)/)
    #expect(times.allSatisfy { $0.1 != $0.2 })
  }

  @Test func `the words of an accepted transcript are a tier, as they were written`() throws {
    let words = [
      Transcript.Word("\"Größe\"", start: 1, end: 1.5), Transcript.Word("日本", start: 1.4, end: 2),
      Transcript.Word("untimed"), Transcript.Word("\u{1B}[31mred\u{202E}", start: 3, end: 4),
    ]
    for isAccepted in [true, false] {
      let text = try report(
        words: Transcript(
          words: words, provenance: .init(format: .whisper, file: "words.json"), isAccepted: isAccepted)
      ).textGrid()
      #expect(text.contains("name = \"words\"") == isAccepted)
      #expect(text.contains("size = \(isAccepted ? 6 : 5)\nitem"))
      guard isAccepted else { continue }
      #expect(text.contains("xmin = 1.000\n            xmax = 1.500\n            text = \"\"\"Größe\"\"\""))
      #expect(text.contains("xmin = 1.500\n            xmax = 2.000\n            text = \"日本\""))
      #expect(text.contains("text = \"[31mred\"") && !text.contains("untimed"))
    }
  }

  @Test func `a session without a take has no TextGrid, which Praat could not open`() throws {
    let session = Session(scenario: "owned-failure", level: .sde2, started: nil, seed: 1)
    let report = Report(on: session, scenario: try ReportTests.scenario())
    #expect(throws: NoSuchForm.self) { try report.textGrid() }
    #expect(report.rttm() == "" && report.audacityLabels() == "" && report.webVTT().hasPrefix("WEBVTT\n\nNOTE\n"))
  }

  @Test func `RTTM tells takes of one name in two folders apart, and reads as one field whatever they are called`()
    throws
  {
    let lines = try report(file: { "day \($0)/my \"best\" take.wav" }).rttm().split(separator: "\n")
    #expect(Set(lines.compactMap { $0.split(separator: " ").dropFirst().first }).count == 3)
    #expect(lines.allSatisfy { $0.split(separator: " ").count == 10 && !$0.contains("\"") })
    #expect(lines[0].hasPrefix("SPEAKER day_1_my__best__take 1 1.000"))
    #expect(try report(file: { _ in "\u{202E}.wav" }).rttm().hasPrefix("SPEAKER take 1 "))
  }

  @Test func `RTTM has ten fields a line and the times of each file`() throws {
    let lines = try report(file: { _ in "my take.wav" }, offsets: [5, 40, 60]).rttm().split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.allSatisfy { $0.split(separator: " ").count == 10 })
    #expect(lines[0] == "SPEAKER my_take 1 6.000 3.000 <NA> <NA> candidate <NA> <NA>")
    #expect(lines[2].hasPrefix("SPEAKER my_take 1 41.000 3.000"))
  }

  @Test func `Audacity's labels are in order, three fields each`() throws {
    let rows = try report().audacityLabels().split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows.allSatisfy { $0.count == 3 })
    #expect(rows.first == ["0.000", "20.000", "Situation"])
    #expect(rows.contains(["4.000", "5.500", "pause 1.5 s"]))
    #expect(rows.contains(["2.000", "2.400", "uh?"]))
    let starts = rows.compactMap { Double($0[0]) }
    #expect(starts == starts.sorted())
  }

  @Test func `WebVTT has a named cue a take and a cue a long pause, in the order of their starts`() throws {
    let text = try report().webVTT()
    #expect(text.hasPrefix("WEBVTT\n\nNOTE\n"))
    #expect(text.contains("\n\nsituation\n00:00:00.000 --> 00:00:20.000\nSituation: 0:18 of 0:30, short\n"))
    #expect(text.contains("\n\nprobe-1-pause-1\n00:00:34.000 --> 00:00:35.500\nProbe 1: pause of 1.5 s\n"))
    #expect(text.components(separatedBy: " --> ").count == 1 + 3 + 3)
    let starts = text.matches(of: #/(\S+) --> /#).map { String($0.1) }
    #expect(starts == starts.sorted())
  }

  @Test func `a table has a row a step, spoken or not, and a row an answer, with what is not known left empty`() throws
  {
    let rows = try report().csv().components(separatedBy: "\r\n").dropLast()
    #expect(rows.count == 1 + 5 + 1)
    #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
    #expect(
      rows[1].hasPrefix(
        "2026-11-20T19:04:11Z,owned-failure,sde2,Situation,,1-take.wav,0.000,20.000,30.000,45.000,18.000,"))
    #expect(rows[3].hasPrefix("2026-11-20T19:04:11Z,owned-failure,sde2,Action,,,,,90.000,135.000,,,missing,,"))
    #expect(rows[6].contains(",Probe 1,acceptance,3-take.wav,"))
  }

  @Test func `a table is marked as UTF-8 where it is not ASCII`() throws {
    #expect(try !report().csv().hasPrefix("\u{FEFF}"))
    let csv = try report(file: { "Größe \($0).wav" }).csv()
    #expect(csv.hasPrefix("\u{FEFF}started,") && csv.contains(",Größe 1.wav,"))
  }

  @Test(arguments: ["=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "\n=1"])
  func `no cell begins a formula`(start: String) throws {
    let csv = try report(file: { _ in start }).csv()
    #expect(!csv.contains(",\(start)") && !csv.contains("\"\(start)"))
    #expect(csv.contains("'\(start)"))
    let behind = try report(file: { _ in "\u{200B}\u{1}=1" }).csv()
    #expect(behind.contains(",'=1,"))
  }

  @Test(arguments: [
    ("- item", "\\- item."), ("1. item", "1\\. item."), ("2) item", "2\\) item."), ("+ item", "\\+ item."),
    ("    code", "code."), ("=====", "\\=====."), ("* item", "\\* item."), ("# title", "\\# title."),
    ("\u{200B}- item", "\\- item."), (" \t", "."), ("2026 was", "2026 was."),
  ])
  func `no text begins a list, a heading or code in Markdown`(reason: String, written: String) throws {
    #expect(try report(reason: reason).markdown().contains("\n   - \(written)\n"))
  }

  @Test func `JSON escapes what would steer a terminal or end a line, and loses nothing`() throws {
    let evil = "\u{9B}31m\u{202E}\u{2028}\u{85}\u{7F}\u{E0001}\u{1B}é"
    let report = try report(evil: evil)
    for json in [try report.json(), try report.jsonLine(input: evil)] {
      let steering = json.unicodeScalars.filter { $0.value >= 0x7F && $0 != "é" }
      #expect(steering.isEmpty)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      let step = try #require((object["steps"] as? [[String: Any]])?.first)
      #expect((step["take"] as? [String: Any])?["file"] as? String == "1-take.wav\(evil)")
    }
  }

  @Test func `hostile text means nothing in any form`() throws {
    let evil = "<script>alert(1)</script>|a`b\"c\n--> x, [l](javascript:1)"
    let report = try report(evil: evil)
    let markdown = report.markdown()
    #expect(!markdown.contains("<script>") && !markdown.contains("[l]("))
    #expect(markdown.split(separator: "\n").filter { $0.hasPrefix("| Situation") }.count == 3)
    #expect(!report.webVTT().contains("<script"))
    #expect(report.rttm().split(separator: "\n").allSatisfy { $0.split(separator: " ").count == 10 })
    #expect(report.csv().contains("\"\"c\n"))
    #expect(
      try report.rendered(as: .jsonl, style: Style(width: 80, isColoured: false)).split(separator: "\n").count == 1)
  }

  @Test(arguments: ReportFormat.allCases)
  func `a report that has no such form says which it has`(format: ReportFormat) throws {
    let level = TakeLevel(speech: -20, noiseFloor: -60, peak: -3, clippedSamples: 0)
    let timing = TakeTiming(duration: 5, speech: [], pauseThreshold: 0.25, level: level)
    let report = MicrophoneReport(verdict: .good, timing: timing, device: "default", sampleRate: 48_000)
    let style = Style(width: 80, isColoured: false)
    if format == .text || format == .json {
      #expect(try report.rendered(as: format, style: style).hasSuffix("\n"))
    } else {
      #expect {
        try report.rendered(as: format, style: style)
      } throws: {
        "\($0)" == "There is no \(format.rawValue) of this report; take --format text or json."
      }
    }
  }

  @Test(
    arguments: [
      ("a.html", .html), ("b/c.HTM", .html), ("a.b.md", .markdown), ("x.TextGrid", .textgrid), ("a.txt", .text),
      ("html", nil), ("a.", nil), ("a.html/b", nil), ("", nil), ("a.pdf", nil),
    ] as [(String, ReportFormat?)])
  func `the ending of a file's name asks for a form`(name: String, format: ReportFormat?) {
    #expect(ReportFormat(fileName: name) == format)
  }
}
