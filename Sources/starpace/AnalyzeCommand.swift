import ArgumentParser
import Foundation
import Reports
import Sessions
import SpeechTiming

/// `starpace analyze`: the speech timing of any recording, a line of JSON each.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Print the speech timing of sound files, one line of JSON a file.",
    discussion: """
      Times are in seconds from the start of the file; `starpace schema analysis` prints the JSON Schema of a line. \
      Lines come in the order of the files, however many are measured at once. A file that cannot be read is named \
      on standard error and has a line with its `error`, the others are measured, and the exit code is that of the \
      first such file.

      Other forms than JSON are for Praat (textgrid), pyannote and dscore (rttm) and Audacity: of several files the \
      lines of RTTM, or a file each with --into.
      """)

  @Argument(help: "Sound files; none, or -, reads their names from standard input, one a line.")
  var files: [String] = []

  @Option(help: "How the timing is written: \(AnalysisFormat.list).")
  var format = AnalysisFormat.json

  @Option(
    help: ArgumentHelp(
      "Write a file for each sound file below this folder: a/take.TextGrid for a/take.wav. None is overwritten.",
      valueName: "folder"))
  var into: String?

  @OptionGroup var list: ListOptions
  @OptionGroup var measuring: MeasuringOptions

  private var readsInput: Bool { files.isEmpty || files.contains("-") }

  mutating func validate() throws {
    if list.null, !readsInput {
      throw ValidationError("--null is about names on standard input; leave it out, or name - instead of files.")
    }
    if !format.namesItsFile, into == nil, readsInput || files.count > 1 {
      throw ValidationError("Several files as \(format.rawValue) need a folder to go to: add --into FOLDER.")
    }
  }

  mutating func run() throws {
    try reportingFailures {
      let (parameters, format) = (measuring.parameters, format)
      let folder = into.map { OutputFolder(path: $0) }
      var firstFailure: (any Error)?
      let names = NameList(files.filter { $0 != "-" }, readsInput: readsInput, null: list.null)
      let measuring = WorkInOrder(atOnce: list.atOnce) { name in
        Result { try written(name, as: format, parameters: parameters) }
      }
      try measuring.run(next: names.next) { name, result in
        let written = result.flatMap { text, remark in
          Result {
            try folder?.write(text, of: name, ending: format.nameEnding)
            return (text, remark)
          }
        }
        switch written {
        case .success(let (text, remark)):
          if folder == nil { try StandardOutput.write(text) }
          if let remark { warn(remark) }
        case .failure(let error):
          firstFailure = firstFailure ?? error
          let message = sentence(of: error)
          warn(message)
          if format == .json, folder == nil {
            let failure = FailureLine(file: name, exitCode: exitStatus(of: error), message: message)
            try StandardOutput.write(try failure.json() + "\n")
          }
        }
      }
      if let firstFailure { throw ExitCode(exitStatus(of: firstFailure)) }
    }
  }
}

/// The timing of the sound file `name` in the form of `format`, with what is wrong with the file where it could be read.
private func written(
  _ name: String, as format: AnalysisFormat, parameters: TimingParameters
) throws -> (text: String, remark: String?) {
  let file = try measure(name, parameters: parameters)
  let lines = try file.spans.map { span in
    try AnalysisLine(file: name, sampleRate: file.sampleRate, timing: span.timing, remark: file.remark)
      .rendered(as: format)
  }
  return (lines.joined(), file.remark)
}

extension AnalysisFormat: ExpressibleByArgument {}
