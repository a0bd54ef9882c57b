internal import CSndFile

/// A file in memory that libsndfile writes from beginning to end, as it does an Ogg stream.
///
/// A class, because libsndfile keeps a pointer to it.
final class MemoryFile {
  private(set) var bytes: [UInt8] = []

  private static func from(_ context: UnsafeMutableRawPointer?) -> MemoryFile? {
    context.map { Unmanaged<MemoryFile>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The functions that libsndfile calls, each with an unretained MemoryFile as its context.
  static var functions: SF_VIRTUAL_IO {
    SF_VIRTUAL_IO(
      get_filelen: { context in sf_count_t(MemoryFile.from(context)?.bytes.count ?? -1) },
      // Nothing is written twice: the only place to go to is the end.
      seek: { _, _, context in sf_count_t(MemoryFile.from(context)?.bytes.count ?? -1) },
      read: { _, _, _ in 0 },
      write: { source, count, context in
        guard let file = MemoryFile.from(context), let source, count > 0 else { return 0 }
        file.bytes.append(contentsOf: UnsafeRawBufferPointer(start: source, count: Int(count)))
        return count
      },
      tell: { context in sf_count_t(MemoryFile.from(context)?.bytes.count ?? -1) })
  }
}
