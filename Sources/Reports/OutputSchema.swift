/// The JSON Schemas of what scripts read, as they are shipped in the program.
package enum OutputSchema: String, CaseIterable, Sendable {
  /// A report: `starpace report --json`, `starpace replay --json`.
  case report
  /// A line of `starpace analyze`.
  case analysis
  /// The line of what could not be measured.
  case failure

  /// The schema, JSON Schema 2020-12; ends in a newline.
  package var text: String {
    let bytes =
      switch self {
      case .report: PackageResources.report_schema_json
      case .analysis: PackageResources.analysis_schema_json
      case .failure: PackageResources.failure_schema_json
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
