/// What the timing of a sound file can be written as.
package enum AnalysisFormat: String, CaseIterable, Sendable {
  case json, textgrid, rttm, audacity

  /// The ending that such a file's name has by custom.
  package var nameEnding: String {
    switch self {
    case .json: "json"
    case .textgrid: "TextGrid"
    case .rttm: "rttm"
    case .audacity: "txt"
    }
  }

  /// Whether what is written of several files can stand in one: a line tells which file it is of.
  package var namesItsFile: Bool { self == .json || self == .rttm }

  /// All of them, as a help text lists them.
  package static var list: String { listed(allCases.map(\.rawValue)) }
}
