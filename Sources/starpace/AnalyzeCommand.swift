import ArgumentParser
import Foundation
import Reports
import Sessions

/// `starpace analyze`: the speech timing of any recording, a line of JSON each.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Print the speech timing of sound files, one line of JSON a file.",
    discussion: """
      Times are in seconds from the start of the file. A file that cannot be read is named on standard error, the \
      others are measured, and the exit code is that of the first such file.
      """)

  @Argument(help: "Sound files; none, or -, reads their names from standard input, one a line.")
  var files: [String] = []

  @OptionGroup var measuring: MeasuringOptions

  mutating func run() throws {
    try reportingFailures {
      let parameters = measuring.parameters
      var firstFailure: (any Error)?
      var names = FileNames(arguments: files)
      // A few files at a time: all cores are busy, and the first lines come before the last files are read.
      while let batch = names.next(ProcessInfo.processInfo.activeProcessorCount * 4) {
        let results = concurrentMap(batch) { name in Result { try measure(name, parameters: parameters) } }
        for (name, result) in zip(batch, results) {
          do {
            let file = try result.get()
            for span in file.spans {
              let line = AnalysisLine(
                file: name, sampleRate: file.sampleRate, timing: span.timing, remark: file.remark)
              print(try line.json())
            }
            if let remark = file.remark { warn(remark) }
          } catch {
            warn(sentence(of: error))
            firstFailure = firstFailure ?? error
          }
        }
        fflush(nil)
      }
      if let firstFailure { throw ExitCode(exitStatus(of: firstFailure)) }
    }
  }
}

/// The names of the files to be measured, from the command line or from standard input.
private struct FileNames {
  private var waiting: ArraySlice<String>
  private let readsInput: Bool

  init(arguments: [String]) {
    waiting = arguments.filter { $0 != "-" }[...]
    readsInput = arguments.isEmpty || arguments.contains("-")
  }

  /// At most `count` names; `nil` when there are no more.
  mutating func next(_ count: Int) -> [String]? {
    var batch = Array(waiting.prefix(count))
    waiting = waiting.dropFirst(count)
    while readsInput, batch.count < count, let line = readLine() {
      if !line.isEmpty { batch.append(line) }
    }
    return batch.isEmpty ? nil : batch
  }
}
