import Foundation

/// Writes the file `file`, readable by its owner alone, whole or not at all: to `draft` beside it that then takes its name.
///
/// Without a `draft` that is the file's own name with `.new` behind it.
/// - Throws: what the system said.
func writeWhole(_ data: Data, to file: String, draft: String? = nil) throws(POSIXError) {
  let draft = draft ?? file + ".new"
  // Made with its permissions, so that the content is at no moment readable by others.
  unlink(draft)
  let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw .last }
  do throws(POSIXError) {
    let isWritten = writeAll(data, to: descriptor) && (fsync(descriptor) == 0 || errno == EINVAL)
    let failure = POSIXError.last
    guard close(descriptor) == 0, isWritten else { throw failure }
    guard rename(draft, file) == 0 else { throw .last }
  } catch {
    unlink(draft)
    throw error
  }
}

/// Writes all of `data`; `false` where that fails, `errno` then says why.
func writeAll(_ data: Data, to descriptor: Int32) -> Bool {
  data.withUnsafeBytes { bytes in
    var done = 0
    while done < bytes.count {
      let count = write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}

extension POSIXError {
  /// What the last call that failed said.
  static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
