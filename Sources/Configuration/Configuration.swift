internal import Foundation
internal import Yams

/// What the user has settled once for all in `config.yaml`; everything may be left out.
package struct Configuration: Sendable, Equatable {
  /// The user's own recogniser, which writes down what was said in a sound file.
  package var transcriber: CommandTemplate?
  /// Whose sessions are recorded here.
  package var candidate: PersonName?
  /// Who writes notes here.
  package var coach: PersonName?

  /// Nothing settled.
  package init() {}

  /// What the file at `path` says; nothing is settled where there is no such file.
  /// - Throws: every problem of the file with its line, or that it cannot be read.
  package init(path: String) throws(ConfigurationError) {
    guard FileManager.default.fileExists(atPath: path) else {
      self.init()
      return
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ConfigurationError(file: path, problems: ["it cannot be read; check its permissions."])
    }
    try self.init(yaml: String(decoding: bytes, as: UTF8.self), file: path)
  }

  /// What `yaml` says, the text of `file`.
  /// - Throws: every problem with its line.
  package init(yaml: String, file: String) throws(ConfigurationError) {
    var problems: [String] = []
    for (key, value) in try Self.root(of: yaml, file: file) {
      guard let known = key.scalar.flatMap({ Key(rawValue: $0.string) }) else {
        problems.append("\(key.place): \(Self.unknown(key))")
        continue
      }
      switch known {
      case .transcriber:
        do throws(CommandTemplate.Fault) {
          transcriber = try CommandTemplate(value.scalar?.string ?? "")
        } catch {
          problems.append("\(value.place): `transcriber` \(error.words)")
        }
      case .candidate: candidate = Self.name(in: value, of: known, &problems)
      case .coach: coach = Self.name(in: value, of: known, &problems)
      }
    }
    guard problems.isEmpty else { throw ConfigurationError(file: file, problems: problems) }
  }

  private enum Key: String, CaseIterable {
    case transcriber, candidate, coach
  }

  private static func name(in value: Node, of key: Key, _ problems: inout [String]) -> PersonName? {
    let name = value.scalar.flatMap { PersonName($0.string) }
    if name == nil { problems.append("\(value.place): `\(key.rawValue)` \(PersonName.rule)") }
    return name
  }

  /// The mapping that `yaml` is; empty where it holds nothing but remarks.
  private static func root(of yaml: String, file: String) throws(ConfigurationError) -> Node.Mapping {
    let root: Node?
    do {
      // The encoding is named because Yams would otherwise ask the environment for one, and print it.
      root = try Yams.compose(yaml: yaml, .default, .default, .utf8)
    } catch {
      throw ConfigurationError(file: file, problems: [Self.words(on: error)])
    }
    guard let root, root.scalar?.string != "" else { return [:] }
    guard let mapping = root.mapping else {
      let problem = "\(root.place): the configuration is a list of keys; write `\(Key.transcriber.rawValue): \"…\"`."
      throw ConfigurationError(file: file, problems: [problem])
    }
    return mapping
  }

  private static func unknown(_ key: Node) -> String {
    let keys = Key.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    let name = key.scalar.map { "`\($0.string.printable.prefix(40))`" } ?? "this"
    return "\(name) is not a key of the configuration; its keys are \(keys)."
  }

  /// What is wrong with a file that is not YAML, with its line.
  private static func words(on error: any Error) -> String {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      "\(mark.line):\(mark.column): this is not YAML (\(problem)); put quotes around a text that has `: ` or quotes in it."
    case YamlError.duplicatedKeysInMapping(_, let context):
      "\(context.mark.line):\(context.mark.column): a key stands here and again; keep one of them."
    default:
      "1:1: this is not YAML; write `\(Key.transcriber.rawValue): \"…\"`."
    }
  }
}

extension Node {
  /// `3:1`: line and column.
  fileprivate var place: String { mark.map { "\($0.line):\($0.column)" } ?? "1:1" }
}

extension String {
  /// Without control characters: an escape sequence would reach the reader's terminal.
  fileprivate var printable: String {
    String(unicodeScalars.filter { $0.properties.generalCategory != .control })
  }
}
