/// What a report can be written as.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, html, json, jsonl, markdown, csv, textgrid, rttm, audacity, webvtt

  /// All of them, as a help text lists them.
  package static var list: String { listed(allCases.map(\.rawValue)) }

  /// The one that the ending of the file `name` asks for; `nil` where it asks for none.
  package init?(fileName name: String) {
    let endings: [String: ReportFormat] = [
      "html": .html, "htm": .html, "json": .json, "jsonl": .jsonl, "md": .markdown, "csv": .csv, "textgrid": .textgrid,
      "rttm": .rttm, "vtt": .webvtt, "txt": .text,
    ]
    guard let dot = name.lastIndex(of: "."), let format = endings[name[dot...].dropFirst().lowercased()] else {
      return nil
    }
    self = format
  }
}

/// `names` as a sentence lists them: "text, json or csv".
func listed(_ names: [String]) -> String {
  names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
}

/// What can be shown as text and as JSON; what has no other form says so.
package protocol Renderable {
  /// Ends in a newline.
  func text(style: Style) -> String
  func json() throws -> String
  /// - Throws: `NoSuchForm` where there is none.
  func rendered(as format: ReportFormat, style: Style) throws -> String
}

/// A form that a report does not have.
package struct NoSuchForm: Error, CustomStringConvertible {
  package let description: String
}

extension Renderable {
  package func rendered(as format: ReportFormat, style: Style) throws -> String {
    switch format {
    case .text: return text(style: style)
    case .json: return try json() + "\n"
    default:
      throw NoSuchForm(
        description: "There is no \(format.rawValue) of this report; take --format text or --format json.")
    }
  }
}

extension MicrophoneReport: Renderable {}
extension DrillReport: Renderable {}

extension Report: Renderable {
  package func rendered(as format: ReportFormat, style: Style) throws -> String {
    switch format {
    case .text: text(style: style)
    // A page needs the sound too: `ReportPage` makes it.
    case .html: throw NoSuchForm(description: "There is no html of this report without its sound.")
    case .json: try json() + "\n"
    case .jsonl: try jsonLine() + "\n"
    case .markdown: markdown()
    case .csv: csv()
    case .textgrid: try textGrid()
    case .rttm: rttm()
    case .audacity: audacityLabels()
    case .webvtt: webVTT()
    }
  }
}
