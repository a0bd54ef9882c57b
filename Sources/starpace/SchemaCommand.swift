import ArgumentParser
import Reports

/// `starpace schema`: the JSON Schema of what the program writes as JSON.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a report, of a line of analyze, or of a line that tells of an error.")

  @Argument(help: "report, analysis or failure.")
  var name: OutputSchema

  mutating func run() throws { print(name.text, terminator: "") }
}

extension OutputSchema: ExpressibleByArgument {}
