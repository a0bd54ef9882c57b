internal import CSndFile
import Glibc

/// The position of one libsndfile handle in a file that several handles may share.
///
/// A class, because libsndfile keeps a pointer to it. Only the handle that owns it calls it.
final class FileCursor {
  let file: ReadOnlyFile
  private let presentation: Presentation
  private var position = 0
  /// The `errno` of the first read that failed, 0 so far.
  private(set) var failure: Int32 = 0

  init(_ file: ReadOnlyFile, presenting presentation: Presentation) {
    self.file = file
    self.presentation = presentation
  }

  /// Length in bytes of the file as presented.
  private var byteCount: Int { presentation.prefix.count + end - presentation.resumesAt }

  /// The position in the file where it seems to end.
  private var end: Int { presentation.endsAt ?? file.byteCount }

  private func seek(_ offset: Int, from whence: Int32) -> Int {
    let origin =
      switch whence {
      case SEEK_CUR: position
      case SEEK_END: byteCount
      default: 0
      }
    let (target, overflows) = origin.addingReportingOverflow(offset)
    // A damaged header can send libsndfile anywhere; below 2^62 no sum of positions overflows.
    guard !overflows, target >= 0, target < 1 << 62 else { return -1 }
    position = target
    return position
  }

  private func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    var done = 0
    let prefix = presentation.prefix
    if position < prefix.count {
      let part = prefix[position...].prefix(target.count)
      target.copyBytes(from: part)
      done = part.count
    }
    let offset = position + done - prefix.count + presentation.resumesAt
    let wanted = max(0, min(target.count - done, end - offset))
    let rest = UnsafeMutableRawBufferPointer(rebasing: target[done..<done + wanted])
    guard let count = file.read(into: rest, at: offset) else {
      if failure == 0 { failure = errno }
      return 0
    }
    position += done + count
    return done + count
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> FileCursor? {
    context.map { Unmanaged<FileCursor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The functions that libsndfile calls, each with an unretained FileCursor as its context.
  static var functions: SF_VIRTUAL_IO {
    SF_VIRTUAL_IO(
      get_filelen: { context in sf_count_t(FileCursor.from(context)?.byteCount ?? -1) },
      seek: { offset, whence, context in
        sf_count_t(FileCursor.from(context)?.seek(Int(offset), from: whence) ?? -1)
      },
      read: { target, count, context in
        guard let cursor = FileCursor.from(context), let target, count > 0 else { return 0 }
        return sf_count_t(
          cursor.read(into: UnsafeMutableRawBufferPointer(start: target, count: Int(count))))
      },
      write: { _, _, _ in 0 },
      tell: { context in sf_count_t(FileCursor.from(context)?.position ?? -1) })
  }
}
