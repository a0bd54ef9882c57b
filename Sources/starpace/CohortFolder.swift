import Foundation
import Interview
import Pages
import Reports
import Scenarios
import Sessions
import Synchronization
import Trends

/// A folder of pages about a cohort: `index.html`, a page for each candidate, and one for each session.
///
/// Pages are readable by their owner alone and written whole, over those of before; nothing else in the folder is
/// touched. Names come from hashes: none of a candidate or a session leads out of it.
struct CohortFolder {
  private let path: String

  /// The folder at `name`, made where there is none.
  ///
  /// - Throws: `usage` where none is named, or it holds an index that somebody else wrote; `cannotCreate`.
  init(named name: String?) throws(SessionError) {
    guard let name else {
      throw SessionError(.usage, "Pages of a cohort fill a folder; name it with --output FOLDER.")
    }
    path = absolutePath(name)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      throw SessionError(.usage, "\(name) is a file; name a folder for the pages with --output FOLDER.")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw SessionError(.cannotCreate, "Cannot make the folder \(name); name another with --output FOLDER.")
    }
    if FileManager.default.fileExists(atPath: index), !isOwnIndex {
      throw SessionError(
        .usage, "\(name)/index.html is none of StarPace, and is not written over; name another folder with --output.")
    }
  }

  private var index: String { "\(path)/index.html" }

  /// Whether the index that lies there is one that a run of before wrote.
  private var isOwnIndex: Bool {
    guard let file = FileHandle(forReadingAtPath: index), let start = try? file.read(upToCount: 2_000) else {
      return false
    }
    return String(decoding: start, as: UTF8.self).contains("<meta name=\"generator\" content=\"StarPace\">")
  }

  /// Writes the pages of `report`, whose candidates are those of `all`; the index last, so that it leads nowhere in vain.
  ///
  /// A session that cannot be read is named, and has no page.
  func write(
    _ report: CohortReport, sessions all: [SessionSummary], library: ScenarioLibrary, notes: NoteOptions,
    embedsAudio: Bool, isQuiet: Bool
  ) throws {
    let cohort = report.cohort
    var names = PageNames()
    var pageOfCandidate: [String: String] = [:]
    var sessions: [ToWrite] = []
    let byOwner = Dictionary(grouping: all, by: \.owner)
    for candidate in cohort.candidates.sorted(by: { $0.name < $1.name }) {
      let page = names.name("history", of: candidate.name, like: candidate.name)
      pageOfCandidate[candidate.name] = page
      let answers = (byOwner[candidate.name] ?? []).filter(\.isAnswer)
      for session in candidate.sessions {
        let name = names.name("session", of: session.path, like: session.name)
        sessions.append(
          ToWrite(
            session: session, ofCandidate: answers, name: name,
            links: [PageLink("All candidates", to: "index.html"), PageLink(candidate.name.cut(to: 40), to: page)]))
      }
    }
    let written = try writePages(
      of: sessions, library: library, notes: notes, embedsAudio: embedsAudio, isQuiet: isQuiet)
    for candidate in cohort.candidates {
      guard let name = pageOfCandidate[candidate.name] else { continue }
      let history = History(
        of: (byOwner[candidate.name] ?? []).filter(cohort.filter.lets), candidate: candidate.name,
        scenario: cohort.filter.scenario, known: library.ids, last: .max)
      let page = HistoryPage(
        of: HistoryReport(history), links: [PageLink("All candidates", to: "index.html")],
        reference: { written.names[$0.path] })
      try OutputFile(path: "\(path)/\(name)").write(page.html)
    }
    var report = report
    report.skipped += written.skipped
    let page = CohortPage(
      of: report, candidate: { pageOfCandidate[$0.name] }, session: { written.names[$0.path] })
    try OutputFile(path: index).write(page.html)
  }

  /// A session whose page is to be written.
  private struct ToWrite: Sendable {
    let session: SessionSummary
    /// All answers of the candidate, filtered or not: what has changed does not depend on what is looked at.
    let ofCandidate: [SessionSummary]
    let name: String
    let links: [PageLink]
  }

  /// Writes the pages of `sessions`, made on all cores; returns the names of those written by the paths of their
  /// sessions, and a sentence for each session that cannot be read.
  private func writePages(
    of sessions: [ToWrite], library: ScenarioLibrary, notes: NoteOptions, embedsAudio: Bool, isQuiet: Bool
  ) throws -> (names: [String: String], skipped: [String]) {
    let progress = Progress("Writing pages", isShown: !isQuiet && Terminal(STDERR_FILENO).isTerminal)
    let rest = Mutex(sessions.makeIterator())
    let (withoutNotes, folder) = (notes.withoutNotes, path)
    let work = WorkInOrder(atOnce: ProcessInfo.processInfo.activeProcessorCount) { (item: ToWrite) in
      Result { try Self.page(of: item, library: library, withoutNotes: withoutNotes, embedsAudio, in: folder) }
    }
    var names: [String: String] = [:]
    var skipped: [SessionError] = []
    var done = 0
    try work.run(next: { rest.withLock { $0.next() } }) { item, page in
      switch page {
      case .success(let html):
        try OutputFile(path: "\(path)/\(item.name)").write(html)
        names[item.session.path] = item.name
      case .failure(let error): skipped.append(SessionError(.badData, sentence(of: error)))
      }
      done += 1
      progress.show(Double(done) / Double(sessions.count))
    }
    progress.clear()
    warn(ofSkipped: skipped)
    return (names, skipped.map(\.description))
  }

  /// The page of one session.
  private static func page(
    of item: ToWrite, library: ScenarioLibrary, withoutNotes: Bool, _ embedsAudio: Bool, in folder: String
  ) throws -> String {
    let session = SessionFolder(path: item.session.path)
    let (recorded, scenario) = try session.recorded(library: library)
    let changes = item.session.started.flatMap { started in
      Changes(in: item.ofCandidate.filter { $0.started.map { $0 < started } ?? false } + [item.session])
    }
    var report = Report(
      on: recorded, scenario: scenario, notes: withoutNotes ? CoachNotes() : readNotes(of: session), changes: changes)
    // A folder may be named after whose sessions lie in it.
    report.candidate = item.session.owner
    let takes = Timeline(of: report).parts.map(\.take)
    let sounds = try Sessions.sounds(of: takes, in: session.path, embedsAudio: embedsAudio)
    return ReportPage(of: report, sounds: sounds, pageIn: folder, links: item.links).html
  }
}
