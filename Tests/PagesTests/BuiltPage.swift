import Foundation
import Interview
import Pages
import Reports
import Scenarios
import Sessions
import SpeechTiming
import Transcripts
import Trends

/// A session of nine takes in which everything happens that a page can show.
struct BuiltPage {
  /// Stands in the place of every text that comes from people; "it" leaves them as they are.
  var text = "it"
  var mode = Session.Mode.interview
  var started: String? = "2026-11-20T19:04:11Z"
  var hasWords = true
  /// Whether a coach has noted something, and earlier sessions show a change.
  var hasNotes = true
  /// Where the takes' files and the page lie.
  var folder = "/sessions/one"
  var pageFolder = "/sessions/one"
  /// How each take can be listened to, by its number from 0.
  var audio: (Int) -> TakeSound.Audio = { .file(path: "/sessions/one/\($0).wav") }
  var hasCurves = true
  /// What stands before the name of each take's file.
  var path = ""
  var offset: (Int) -> Double = { _ in 0 }

  private func timing(_ spans: (Double, Double)..., duration: Double, filled: Bool = false) -> TakeTiming {
    var timing = TakeTiming(
      duration: duration, speech: spans.map { Interval(start: $0.0, end: $0.1) }, pauseThreshold: 0.25,
      level: TakeLevel(speech: spans.isEmpty ? nil : -23, noiseFloor: -60, peak: -6, clippedSamples: 0))
    timing.pace = Pace(nuclei: spans.flatMap { Array(stride(from: $0.0 + 0.1, to: $0.1, by: 0.22)) }, in: timing)
    timing.voice = timing.pace.map { _ in
      Voice(
        pitchMedian: 174, pitchSpread: 2.4, voicedShare: 0.7, levelSpread: 2,
        filledPauses: filled ? [Interval(start: 12, end: 12.4)] : [])
    }
    return timing
  }

  private func words(_ text: String) -> Transcript {
    let words = text.split(separator: " ").enumerated().map { index, word in
      Transcript.Word(String(word), start: 1 + Double(index) / 2, end: 1.3 + Double(index) / 2)
    }
    var transcript = Transcript(
      words: words, provenance: Transcript.Provenance(format: .subRip, file: named("1-situation.srt")))
    transcript.isAccepted = true
    return transcript
  }

  /// A note on a step, one on the whole answer, and a verdict.
  private func notes() -> CoachNotes {
    let mark = CoachNotes.Mark(by: named("Ben"), written: text == "it" ? "2026-11-21T09:00:00Z" : text)
    var notes = CoachNotes()
    notes.notes = [
      CoachNotes.Note(on: .action, named("Say what you decided."), mark),
      CoachNotes.Note(on: nil, named("A good story."), mark),
    ]
    notes.set(.onTarget, on: .situation, mark)
    return notes
  }

  private func named(_ plain: String) -> String { text == "it" ? plain : text }

  func session() -> Session {
    var session = Session(scenario: "owned-failure", level: .sde2, started: started, seed: 1, mode: mode)
    let lost = "0.3 s of sound were lost at 0:12, silence stands for them: \(named("the machine was too busy."))"
    session.takes = [
      Take(subject: .step(.situation), file: "0", timing: timing((1, 30), (31, 64), duration: 66, filled: true)),
      Take(subject: .step(.task), file: "1", timing: timing(duration: 6)),
      Take(
        subject: .step(.action), file: "2", timing: timing((0.5, 20), (23.5, 40), duration: 41),
        remarks: [lost, named("1-situation.wav was not finished.")]),
      Take(subject: .step(.result), file: "3", timing: timing((0.4, 19), duration: 20)),
      Take(subject: .step(.reflection), file: "4", timing: timing((3, 4), (4.3, 9), duration: 10)),
      Take(subject: .probe("motivation"), file: "5", timing: timing((1, 41), duration: 42)),
      Take(subject: .probe("acceptance"), file: "6", timing: timing((1, 9), duration: 10)),
      Take(subject: .followUp("acceptance"), file: "7", timing: timing((1, 30), duration: 31)),
    ]
    for index in session.takes.indices {
      session.takes[index].offset = offset(index)
      session.takes[index].file = text == "it" ? "\(path)\(index).wav" : "\(text)\(index).wav"
    }
    if hasWords {
      session.takes[0].transcript = words("my manager suggested that we look into it \(text)")
      session.takes[2].transcript = words("we fixed it and we were happy at least \(text)")
    }
    session.probes = [
      ChosenProbe(id: "motivation", reasons: ["Because \(text)."]),
      ChosenProbe(
        id: "acceptance", reasons: ["Result took 19 s.", text],
        followUp: FollowUp(question: "Deeper \(text)?", reason: "Short.")),
    ]
    return session
  }

  func report() throws -> Report {
    var scenario = try shippedScenario()
    if text != "it" {
      (scenario.title, scenario.principle, scenario.question) = (text, text, text)
      for step in Step.allCases {
        scenario.steps[step]?.coaching = text
        // Never found: what is found would change the page's form.
        scenario.steps[step]?.cues = ["zebra \(text)"]
      }
      for index in scenario.probes.indices {
        scenario.probes[index].question = text
        scenario.probes[index].weakAnswer = text
        scenario.probes[index].strongAnswer = text
        scenario.probes[index].keyLine = text
      }
    }
    guard hasNotes else { return Report(on: session(), scenario: scenario) }
    var session = session()
    session.candidate = named("Anna")
    let history = BuiltTrend(text: text == "it" ? "Anna" : text)
    return Report(
      on: session, scenario: scenario, notes: notes(), changes: Changes(in: try history.sessions()))
  }

  func sounds(_ report: Report) -> [TakeSound] {
    Timeline(of: report).parts.enumerated().map { index, part in
      let seconds = part.take.timing.duration
      let curves = TakeCurves(
        spacing: seconds / 800, level: (0..<800).map { Float($0 % 37) / 100 },
        pitch: (0..<800).map { $0 % 50 < 30 ? 100 + Float($0 % 97) : 0 })
      return TakeSound(curves: hasCurves ? curves : nil, audio: audio(index))
    }
  }

  func html() throws -> String {
    let report = try report()
    return ReportPage(of: report, sounds: sounds(report), pageIn: pageFolder).html
  }
}

extension String {
  /// The tags of an HTML text in order, each with the names of its attributes: `<p`, `</p`, `<rect class x y`.
  var tags: [String] {
    let script = /<(script|style)>.*?<\/(script|style)>/.dotMatchesNewlines()
    return replacing(script, with: "").matches(of: /<(\/?[a-zA-Z!][^\s>]*)((?:\s+[^\s=>\/]+(?:="[^"]*")?)*)\s*\/?>/).map
    {
      let names = $0.2.matches(of: /\s([^\s="]+)(?:="[^"]*")?/).map { String($0.1) }
      return ([String($0.1)] + names).joined(separator: " ")
    }
  }

  /// Whether every tag of an HTML text that opens closes, in order.
  var isBalanced: Bool {
    let text = replacing(/<(script|style)>.*?<\/(script|style)>/.dotMatchesNewlines(), with: "")
    var open: [String] = []
    for tag in text.matches(of: /<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*?)(\/?)>/)
    where !["meta", "input"].contains(tag.2) && tag.4.isEmpty {
      if tag.1.isEmpty { open.append(String(tag.2)) } else if open.popLast() != String(tag.2) { return false }
    }
    return open.isEmpty
  }

  /// The text without its tags, its style sheet and its script.
  var shown: String {
    let script = /<(script|style)>.*?<\/(script|style)>/.dotMatchesNewlines()
    return replacing(script, with: "").replacing(/<[^>]*>/, with: " ")
  }
}
