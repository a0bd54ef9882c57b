import ArgumentParser
import Foundation
import Interview
import Pages
import Reports
import Sessions

/// How the report looks, and where it goes.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the report is written: \(ReportFormat.list).",
      discussion: "Without it the ending of --output tells (.html, .json, .csv, …), else it is text."))
  var format: ReportFormat?

  @Flag(help: "The same as --format json.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Write the report into this file, whole or not at all, readable by you alone; a report of before is replaced.",
      valueName: "file"))
  var output: String?

  @Flag(help: "With html: hold the sound in the page itself, as Opus, some 0.3 MB a minute.")
  var embedAudio = false

  @Flag(help: "No progress on standard error, warnings only.")
  var quiet = false

  @Flag(help: "No colours, as with NO_COLOR in the environment.")
  var noColor = false

  /// The form that the report takes.
  var chosen: ReportFormat { json ? .json : format ?? output.flatMap(ReportFormat.init(fileName:)) ?? .text }

  mutating func validate() throws {
    guard !embedAudio || chosen == .html else { throw ValidationError("--embed-audio goes with --format html.") }
  }

  /// Whether there is a place for the report, before work begins that takes time.
  func checkPlace() throws(SessionError) {
    if let output { try OutputFile(path: output).check() }
  }

  /// Writes `report`, whose takes lie in `folder`, or where their names say; none of `inputs` is written over.
  func show(_ report: Report, takesIn folder: String?, inputs: [String] = []) throws {
    let takes = Timeline(of: report).parts.map(\.take)
    let inputs = inputs + takes.map { take in folder.map { "\($0)/\(take.file)" } ?? take.file }
    guard chosen == .html else { return try write(rendered(report), sparing: inputs) }
    // Before the sound is read.
    if let output { try OutputFile(path: output).check(sparing: inputs) }
    let sounds = try sounds(of: takes, in: folder, embedsAudio: embedAudio)
    let pageFolder = output.map { OutputFile(path: $0).folder } ?? FileManager.default.currentDirectoryPath
    try write(ReportPage(of: report, sounds: sounds, pageIn: pageFolder).html, sparing: inputs)
  }

  /// Writes `report`.
  func show(_ report: some Renderable) throws { try write(rendered(report)) }

  /// Writes `report`; as html the text of `page`.
  func show(_ report: some TabularReport, page: @autoclosure () -> String) throws {
    guard !embedAudio else { throw SessionError(.usage, "This page has no sound; leave --embed-audio out.") }
    try write(chosen == .html ? page() : rendered(report))
  }

  private func rendered(_ report: some Renderable) throws -> String {
    // A file is no terminal, whatever standard output is.
    let style = output == nil ? Terminal(STDOUT_FILENO).style(noColor: noColor) : Style(width: 80, isColoured: false)
    return try report.rendered(as: chosen, style: style)
  }

  private func write(_ text: String, sparing inputs: [String] = []) throws {
    if let output {
      try OutputFile(path: output).write(text, sparing: inputs)
    } else {
      try OutputFile.writeToStandardOutput(text)
    }
  }
}
