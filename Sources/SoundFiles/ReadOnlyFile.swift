import Glibc

/// A regular file open for reading, once, so that every check is made on the file that is read.
///
/// Its length is that at opening: a take that is still growing is read up to there. Cursors share one file,
/// which is why this is a class; it has no position and no state that changes.
final class ReadOnlyFile: Sendable {
  /// The file as named by the caller.
  let path: String
  /// Length in bytes at opening, more than 0.
  let byteCount: Int
  private let descriptor: Int32

  private init(owning descriptor: Int32, path: String, byteCount: Int) {
    self.descriptor = descriptor
    self.path = path
    self.byteCount = byteCount
  }

  deinit { close(descriptor) }

  /// Opens a regular file that is not empty.
  ///
  /// - Throws: for a missing or unreadable file, a folder, a pipe or device, and an empty file.
  static func open(_ path: String) throws(SoundFileError) -> ReadOnlyFile {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .reading(path, failedWith: ENOENT) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw .reading(path, failedWith: errno) }
    // Asked before opening, because opening a device can set it in motion.
    try requireRegular(status, path)
    // O_NONBLOCK: should a pipe have taken the file's place meanwhile, opening it must not wait for a writer.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw .reading(path, failedWith: errno) }
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .reading(path, failedWith: code)
    }
    let file = ReadOnlyFile(owning: descriptor, path: path, byteCount: Int(status.st_size))
    try requireRegular(status, path)
    guard file.byteCount > 0 else { throw .empty(path) }
    return file
  }

  private static func requireRegular(_ status: stat, _ path: String) throws(SoundFileError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .folder(path)
    default: throw .notRegular(path)
    }
  }

  /// Reads up to `target.count` bytes from `offset`; fewer at the end of the file only.
  ///
  /// - Returns: the number of bytes, or nil with `errno` set where the system failed.
  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
    let wanted = max(0, min(target.count, byteCount - offset))
    var done = 0
    while done < wanted {
      let count = pread(descriptor, target.baseAddress.map { $0 + done }, wanted - done, offset + done)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      // The file was shortened by someone else.
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// The bytes of `range` that lie within the file.
  func bytes(_ range: Range<Int>) throws(SoundFileError) -> [UInt8] {
    let range = range.clamped(to: 0..<byteCount)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { target, count in
      if let done = read(into: UnsafeMutableRawBufferPointer(target), at: range.lowerBound) {
        count = done
      } else {
        failure = errno
      }
    }
    guard failure == 0 else { throw .reading(path, failedWith: failure) }
    return bytes
  }
}
