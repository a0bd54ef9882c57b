import Glibc

/// What the header of a WAV should say of its length, where a crash left it saying something else.
///
/// The sound itself is never written to: the lengths stand in the header alone, which is one small write.
package struct HeaderRepair: Sendable, Equatable {
  /// The file, as it was named by the caller.
  package let path: String
  /// Whole frames that the file holds; a part of a frame behind them stays in the file and is no sound.
  package let frameCount: Int
  /// Length of the file in bytes when it was looked at.
  private let byteCount: Int
  /// The bytes before the sound as they are, and as they should be.
  private let found, right: [UInt8]

  /// A header longer than this is left alone: our own has 44 bytes, those of programs with pictures a few thousand.
  private static let longestHeader = 1 << 16

  /// Looks for a WAV header whose length is not what the file holds.
  ///
  /// - Returns: nil where the header is right, where the file holds no whole frame, and where its kind is not one
  ///   that is repaired: other containers, and sound of 4 GiB and more, are read to the end of the file as they are.
  /// - Throws: where the file cannot be read.
  package static func needed(for path: String) throws(SoundFileError) -> HeaderRepair? {
    let file = try ReadOnlyFile.open(path)
    guard let data = try RiffData.find(in: file), data.kind != .rf64, data.body <= longestHeader,
      try data.fault(in: file) != nil
    else { return nil }
    let isBig = data.kind.isBigEndian
    // nBlockAlign: 12 bytes into the body of the fmt chunk (Microsoft, "Multiple Channel Audio Data and WAVE Files").
    let frameBytes = Int(data.format.dropFirst(20).unsigned(bytes: 2, bigEndian: isBig) ?? 0)
    guard frameBytes > 0, file.byteCount - 8 < 0xFFFF_0000 else { return nil }
    let frameCount = (file.byteCount - data.body) / frameBytes
    guard frameCount > 0 else { return nil }

    let found = try file.bytes(0..<data.body)
    var right = found
    func write(_ value: Int, at offset: Int) {
      right.replaceSubrange(offset..<offset + 4, with: spelled(UInt64(value), bytes: 4, bigEndian: isBig))
    }
    write(file.byteCount - 8, at: 4)
    write(frameCount * frameBytes, at: data.body - 4)
    if let fact = data.fact { write(frameCount, at: fact) }
    // Before the file is touched, libsndfile has to find in it what we say it holds.
    let presentation = Presentation(prefix: right, resumesAt: data.body)
    guard try SoundHandle.open(file, presenting: presentation).frameCount == frameCount else { return nil }
    return HeaderRepair(
      path: path, frameCount: frameCount, byteCount: file.byteCount, found: found, right: right)
  }

  /// Writes the right header, and waits until it is on the disk.
  ///
  /// - Throws: `cannotWrite` where the file cannot be written to, or is no longer as it was.
  package func carryOut() throws(SoundFileError) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY)
    guard descriptor >= 0 else { throw .repairing(path, failedWith: errno) }
    defer { close(descriptor) }
    var status = stat()
    var present = [UInt8](repeating: 0, count: found.count)
    guard fstat(descriptor, &status) == 0, pread(descriptor, &present, present.count, 0) == present.count else {
      throw .repairing(path, failedWith: errno)
    }
    // Someone else writes to it.
    guard Int(status.st_size) == byteCount, present == found else {
      throw .repairing(path, failedWith: EBUSY)
    }
    // In one call: the header is the old or the new one, whatever happens in between.
    guard pwrite(descriptor, right, right.count, 0) == right.count else {
      throw .repairing(path, failedWith: errno)
    }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .repairing(path, failedWith: errno) }
  }
}
