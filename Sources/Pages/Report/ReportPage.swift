import Foundation
import Interview
package import Reports
import Scenarios
package import Sessions
import SpeechTiming

/// A report as one HTML file that needs no other: the result first, then what to do about it, then all that was measured.
///
/// Complete without its script, which adds playing and nothing else. The same report and the same sound give the same
/// page. What is shown are values; the form lies in Templates/.
package struct ReportPage: Sendable {
  let pageTitle: String
  let policy: String
  let hasLinks: Bool
  let links: [PageLink]
  let heading: String
  let about: String
  let question: String
  let whole: WholeView
  let scalingNote: String?
  let pacing: PacingChart
  let hasNotes: Bool
  let notesTitle: String
  let notes: [String]
  let hasProbes: Bool
  let probesTitle: String
  let probes: [ProbeView]
  let hasAdvice: Bool
  let adviceTitle: String
  let advice: [AdviceView]
  let nothingToChange: String?
  let changes: ChangesView?
  let words: WordsView?
  let takes: [TakeView]
  let hasTakes: Bool
  let hasFilledPauses: Bool
  let hasLongPauses: Bool
  /// From which length a pause is a long silence.
  let longSilence: String
  let hasEvents: Bool
  let tables: [PageTable]
  let detailsNote: String

  /// The whole answer against its window.
  struct WholeView: Sendable {
    let time, window: String
    let verdictOnWhole: VerdictView
    let wholeBullet: Bullet
    let wholeTicks: [TimeAxis.Tick]

    init(of report: Report) {
      let whole = report.whole
      time = clock(whole.answerTime)
      window = report.window
      let verdict = report.wholeVerdict
      verdictOnWhole = VerdictView(verdict.words, role: verdict.role)
      let axis = TimeAxis(to: max(1.15 * whole.atMost, min(whole.answerTime, 2 * whole.atMost)))
      wholeBullet = Bullet(
        answerTime: whole.answerTime, zone: whole.atLeast...max(whole.atLeast, whole.atMost), role: verdict.role,
        axis: axis)
      wholeTicks = axis.ticks
    }
  }

  /// One thing to change.
  struct AdviceView: Sendable {
    let evidence: String
    let listen: PlaceView?
    let quote: String?
    let coaching: String
    let drill: String
  }

  /// The page of `report`, which is to lie in `folder` (absolute), with the sounds of its takes, in their order, and ways
  /// to other pages.
  package init(of report: Report, sounds: [TakeSound], pageIn folder: String, links: [PageLink] = []) {
    let report = report.namingFilesAlone
    let parts = Timeline(of: report).parts
    let scales = ChartScales(curves: sounds.compactMap(\.curves), paces: parts.compactMap(\.take.timing.pace))
    let takes = zip(parts, sounds).enumerated().map { index, pair in
      let (part, sound) = pair
      let noticed = report.evidence.filter { $0.step == part.step }
      return TakeView(
        of: part, number: index + 1, noticed: noticed, sound: sound, scales: scales, pageIn: folder)
    }
    /// The player of the take in which `subject` is answered.
    func player(_ subject: Take.Subject?) -> Player? {
      parts.firstIndex { $0.take.subject == subject }.map { takes[$0].player }
    }
    pageTitle = ["StarPace", report.candidate.map { $0.cut(to: 40) }, report.scenario.title, report.date].compactMap(
      \.self
    ).joined(separator: " · ")
    policy = ContentSecurityPolicy(sound: .init(of: sounds)).value
    hasLinks = !links.isEmpty
    self.links = links
    heading = report.scenario.title
    about = [report.candidate.map { $0.cut(to: 40) }, report.scenario.principle, report.level.title, report.date]
      .compactMap(\.self).joined(separator: " · ")
    question = report.scenario.question
    whole = WholeView(of: report)
    scalingNote = report.scalingNote
    pacing = PacingChart(of: report.steps)
    hasNotes = !report.notes.notes.isEmpty
    notesTitle = CoachNotes.heading
    notes = report.notes.notes.map(\.words)
    hasProbes = !report.probes.isEmpty
    probesTitle = report.probesTitle
    probes = report.probes.map { ProbeView($0, in: report) }
    hasAdvice = !report.advice.isEmpty
    adviceTitle = report.adviceTitle
    advice = report.advice.map { item in
      AdviceView(
        evidence: "\(item.evidence).",
        listen: item.place.flatMap { place in
          player(.step(item.step))?.place(place, words: report.whereToListen(item))
        },
        quote: item.quote, coaching: item.coaching, drill: item.drill)
    }
    nothingToChange = report.nothingToChange
    changes = ChangesView(inReport: report.changes)
    words = WordsView(of: report) { player($0.take.subject) }
    self.takes = takes
    hasTakes = !takes.isEmpty
    hasFilledPauses = takes.contains { !$0.timeline.filled.isEmpty }
    hasLongPauses = takes.contains { $0.pauses.contains(where: \.isLong) }
    longSilence = "\(Int(longSilenceInSeconds)) s"
    hasEvents = takes.contains { !$0.events.isEmpty }
    let rows = parts.map { (name: $0.name, value: $0.take) }
    let spoken = rows.filter(\.value.hasDelivery)
    tables =
      [PageTable("Time and pauses", Column<Take>.timing, rows: rows)]
      + (spoken.isEmpty ? [] : [PageTable("Rate and voice", Column<Take>.delivery, rows: spoken)])
    detailsNote = report.detailsNote
  }

  /// The page's text.
  package var html: String { PageTemplates.render("report", self) }
}

extension Report {
  /// The report with each take's file by its name alone: where it lies on this machine is nobody's business who gets the
  /// page.
  fileprivate var namingFilesAlone: Report {
    func alone(_ take: inout Take?) {
      if let path = take?.file { take?.file = (path as NSString).lastPathComponent }
    }
    var report = self
    for index in report.steps.indices { alone(&report.steps[index].take) }
    for index in report.probes.indices {
      alone(&report.probes[index].take)
      alone(&report.probes[index].followUpTake)
    }
    return report
  }
}

extension ContentSecurityPolicy.Sound {
  /// Where the sound of takes that sound like `sounds` comes from.
  fileprivate init(of sounds: [TakeSound]) {
    self = .none
    for sound in sounds {
      switch sound.audio {
      case .file: self = .files
      case .embedded: self = .embedded
      case .unplayable, .unreadable: break
      }
    }
  }
}
