#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A scenario with the file that it was read from.
public struct ScenarioFile: Sendable, Equatable {
  /// Where the file lies, as the user or the library named it.
  public var path: String
  /// The file's exact text, for a session to keep beside its takes.
  public var text: String
  /// What the text says.
  public var scenario: Scenario

  /// Reads the file at `path`.
  ///
  /// - Throws: `unreadable` if there is no such file or it may not be read, `broken` with all its problems.
  public init(path: String) throws(ScenarioLibraryError) {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(path: path, reason: reason(for: error))
    }
    do throws(ScenarioError) {
      text = try validText(bytes, fileName: path)
      scenario = try Scenario(yaml: text, fileName: path)
    } catch {
      throw .broken(error)
    }
    self.path = path
  }
}

/// The bytes as text, without the mark that some editors put before it.
private func validText(_ bytes: Data, fileName: String) throws(ScenarioError) -> String {
  do throws(UTF8.ValidationError) {
    let text = String(copying: try UTF8Span(validating: bytes.span))
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  } catch {
    let before = bytes.prefix(error.byteOffsets.lowerBound)
    let lastLine =
      before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last ?? before
    let problem = ScenarioProblem(
      line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      column: String(decoding: lastLine, as: UTF8.self).unicodeScalars.count + 1,
      message: "This is not UTF-8; save the file with the encoding UTF-8.")
    throw ScenarioError(fileName: fileName, problems: [problem])
  }
}

/// Why a file or folder could not be read, to stand behind a colon.
func reason(for error: any Error) -> String {
  switch (error as? CocoaError)?.code {
  case .fileNoSuchFile?, .fileReadNoSuchFile?: "there is no such file"
  case .fileReadNoPermission?: "you may not read it"
  default: "it is no file that can be read"
  }
}
