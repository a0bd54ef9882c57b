internal import CSndFile
import Glibc

/// A file open for writing, its position and its first failure.
///
/// A class, because libsndfile keeps a pointer to it. Writing through it, not through libsndfile's own file
/// functions, keeps the `errno` of a write that failed.
final class WriteCursor {
  let descriptor: Int32
  private var position = 0
  private var byteCount = 0
  /// The `errno` of the first write that failed, 0 so far.
  private(set) var failure: Int32 = 0

  init(owning descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  private func seek(_ offset: Int, from whence: Int32) -> Int {
    let origin =
      switch whence {
      case SEEK_CUR: position
      case SEEK_END: byteCount
      default: 0
      }
    guard origin + offset >= 0 else { return -1 }
    position = origin + offset
    return position
  }

  private func write(_ source: UnsafeRawBufferPointer) -> Int {
    var done = 0
    while done < source.count {
      let count = pwrite(
        descriptor, source.baseAddress.map { $0 + done }, source.count - done, position + done)
      if count < 0, errno == EINTR { continue }
      if count <= 0 {
        if failure == 0 { failure = count < 0 ? errno : EIO }
        break
      }
      done += count
    }
    position += done
    byteCount = max(byteCount, position)
    return done
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> WriteCursor? {
    context.map { Unmanaged<WriteCursor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The functions that libsndfile calls, each with an unretained WriteCursor as its context.
  static var functions: SF_VIRTUAL_IO {
    SF_VIRTUAL_IO(
      get_filelen: { context in sf_count_t(WriteCursor.from(context)?.byteCount ?? -1) },
      seek: { offset, whence, context in
        sf_count_t(WriteCursor.from(context)?.seek(Int(offset), from: whence) ?? -1)
      },
      read: { _, _, _ in 0 },
      write: { source, count, context in
        guard let cursor = WriteCursor.from(context), let source, count > 0 else { return 0 }
        return sf_count_t(cursor.write(UnsafeRawBufferPointer(start: source, count: Int(count))))
      },
      tell: { context in sf_count_t(WriteCursor.from(context)?.position ?? -1) })
  }
}
