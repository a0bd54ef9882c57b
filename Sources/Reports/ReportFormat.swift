/// What a report can be written as.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, jsonl, markdown, csv, textgrid, rttm, audacity, webvtt

  /// All of them, as a help text lists them.
  package static var list: String { list(of: allCases) }

  /// `text, json or csv`
  static func list(of formats: [ReportFormat]) -> String {
    formats.dropLast().map { $0.rawValue + ", " }.joined().dropLast(2)
      + (formats.count > 1 ? " or " : "") + (formats.last?.rawValue ?? "")
  }
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

  /// There is no `format`; there are `forms`.
  init(_ format: ReportFormat, forms: [ReportFormat]) {
    description = "There is no \(format.rawValue) of this report; take --format \(ReportFormat.list(of: forms))."
  }
}

extension Renderable {
  package func rendered(as format: ReportFormat, style: Style) throws -> String {
    switch format {
    case .text: return text(style: style)
    case .json: return try json() + "\n"
    default: throw NoSuchForm(format, forms: [.text, .json])
    }
  }
}

extension MicrophoneReport: Renderable {}
extension DrillReport: Renderable {}

extension Report: Renderable {
  package func rendered(as format: ReportFormat, style: Style) throws -> String {
    switch format {
    case .text: text(style: style)
    case .json: try json() + "\n"
    case .jsonl: try json(isOneLine: true) + "\n"
    case .markdown: markdown()
    case .csv: csv()
    case .textgrid: textGrid()
    case .rttm: rttm()
    case .audacity: audacityLabels()
    case .webvtt: webVTT()
    }
  }
}
