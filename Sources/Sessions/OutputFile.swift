import Foundation

/// A file that a person has named for a report: written whole or not at all, readable by its owner alone.
///
/// A report of before is written over, as every renderer does; a recording that the report is about never is. A device or
/// a pipe is written to as it is.
package struct OutputFile: Sendable {
  /// The file, as it was named.
  package let path: String

  /// The file at `path`, which need not exist.
  package init(path: String) { self.path = path }

  /// The folder that it lies in, absolute; the current one for a device or a pipe.
  package var folder: String {
    isStream ? FileManager.default.currentDirectoryPath : (absolutePath(path) as NSString).deletingLastPathComponent
  }

  /// Whether there is something at the path that is neither a file nor a folder.
  private var isStream: Bool {
    guard let mode = status(of: path)?.st_mode else { return false }
    return mode & S_IFMT != S_IFREG && mode & S_IFMT != S_IFDIR
  }

  /// Whether the file can be written, before there is anything to write.
  ///
  /// - Parameter inputs: files that the report is made from.
  /// - Throws: `usage` where it is one of the inputs, `cannotCreate` where it is a folder or none may be made there.
  package func check(sparing inputs: [String] = []) throws(SessionError) {
    if let there = status(of: path) {
      let isInput = inputs.compactMap(status).contains { $0.st_dev == there.st_dev && $0.st_ino == there.st_ino }
      if isInput {
        throw SessionError(.usage, "The report is made from \(path) and is not written over it; name another file.")
      }
      if there.st_mode & S_IFMT == S_IFDIR {
        throw SessionError(.cannotCreate, "\(path) is a folder; name a file in it with --output.")
      }
    }
    if isStream { return }
    let folder = self.folder
    guard let above = status(of: folder), above.st_mode & S_IFMT == S_IFDIR else {
      throw SessionError(.cannotCreate, "There is no folder to hold \(path); create it, or name another with --output.")
    }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw SessionError(.cannotCreate, "You may not write into \(folder); name another folder with --output.")
    }
  }

  /// Writes `text`, in the place of what was there.
  /// - Throws: as `check`; `cannotWrite` where the system fails, for instance because the disk is full.
  package func write(_ text: String, sparing inputs: [String] = []) throws(SessionError) {
    try check(sparing: inputs)
    do throws(POSIXError) {
      if isStream {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last }
        defer { close(descriptor) }
        guard writeAll(Data(text.utf8), to: descriptor) else { throw .last }
      } else {
        // A link stays one: what it leads to is written.
        let file = realPath(path) ?? absolutePath(path)
        let draft = (file as NSString).deletingLastPathComponent + "/.starpace-\(getpid()).new"
        try writeWhole(Data(text.utf8), to: file, draft: draft)
      }
    } catch {
      throw Self.failure(of: path, error)
    }
  }

  /// Writes `text` to standard output.
  /// - Throws: `cannotWrite`.
  package static func writeToStandardOutput(_ text: String) throws(SessionError) {
    fflush(nil)
    guard writeAll(Data(text.utf8), to: STDOUT_FILENO) else { throw failure(of: "standard output", .last) }
  }

  private static func failure(of name: String, _ error: POSIXError) -> SessionError {
    let reason =
      switch error.code {
      case .ENOSPC, .EDQUOT: "There is no space left for"
      case .EFBIG: "The largest size allowed here is too small for"
      default: "Cannot write (\(String(cString: strerror(error.code.rawValue))))"
      }
    return SessionError(
      .cannotWrite, "\(reason) \(name); nothing of the report is kept. Name another place with --output.")
  }
}

/// `path`, from the current folder on where it is relative.
package func absolutePath(_ path: String) -> String {
  path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
}

/// Where `path` leads, links followed; `nil` where there is nothing.
private func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

private func status(of path: String) -> stat? {
  var status = stat()
  return stat(path, &status) == 0 ? status : nil
}
