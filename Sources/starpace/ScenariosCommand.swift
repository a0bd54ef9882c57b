import ArgumentParser
import Foundation
import Reports
import Scenarios
import Sessions

/// `starpace scenarios`: what there is to rehearse, and whether a file is right.
struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios",
    abstract: "List the scenarios, show one, or check a file.",
    subcommands: [List.self, Show.self, Check.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the scenarios.")

    @OptionGroup var scenarios: ScenarioOptions

    mutating func run() throws {
      let (files, broken) = scenarios.library(Places()).all()
      print(
        scenarioList(files.map(\.scenario), style: Terminal(STDOUT_FILENO).style(noColor: false)),
        terminator: "")
      for error in broken { warn(error.description) }
      if files.isEmpty, broken.isEmpty {
        warn("No scenarios found; name their folder with --scenarios FOLDER, or run `make install` again.")
      }
      if let first = broken.first { throw ExitCode(exitStatus(of: first)) }
      if files.isEmpty { throw ExitCode(66) }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print everything that a scenario says.")

    @Argument(help: "The scenario's id, or its file.")
    var scenario: String

    @OptionGroup var scenarios: ScenarioOptions

    mutating func run() throws {
      try reportingFailures {
        let file = try scenarios.library(Places()).scenario(id: scenario)
        print(file.scenario.sheet(style: Terminal(STDOUT_FILENO).style(noColor: false)), terminator: "")
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check scenario files and show every problem with its line and column.")

    @Argument(help: "Scenario files or ids; all scenarios if none is named.")
    var files: [String] = []

    @OptionGroup var scenarios: ScenarioOptions

    mutating func run() throws {
      let library = scenarios.library(Places())
      var good: [ScenarioFile] = []
      var broken: [ScenarioLibraryError] = []
      if files.isEmpty {
        (good, broken) = library.all()
      }
      for name in files {
        do throws(ScenarioLibraryError) {
          good.append(try library.scenario(id: name))
        } catch {
          broken.append(error)
        }
      }
      for file in good { print("\(file.path): good") }
      for error in broken {
        try? FileHandle.standardError.write(contentsOf: Data("\(error.description)\n".utf8))
      }
      if let first = broken.first { throw ExitCode(exitStatus(of: first)) }
    }
  }
}
