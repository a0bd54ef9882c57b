import Glibc

/// A take being recorded: a WAV that is valid at any moment.
///
/// After every quarter second at the latest the sound is with the kernel and the header says so; a process
/// killed between two appends loses nothing, one killed within an append a quarter second at most.
package struct TakeWriter: ~Copyable, Sendable {
  /// How samples are stored, which is also how they are appended.
  package enum Encoding: Sendable {
    case int16, int32, float32
  }

  /// The file, as it was named by the caller.
  package let path: String
  /// Frames a second.
  package let sampleRate: Int
  /// Samples in a frame.
  package let channelCount: Int
  /// How samples are stored.
  package let encoding: Encoding
  /// Whole frames in the file.
  package private(set) var framesWritten = 0

  private let handle: TakeHandle

  /// Creates the file, readable and writable by its owner only, with a header and no sound.
  ///
  /// - Throws: `cannotCreate`, also where a file of that name exists: no recording is ever written over.
  package static func create(
    _ path: String, sampleRate: Int, channelCount: Int, encoding: Encoding
  ) throws(SoundFileError) -> TakeWriter {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .creating(path, failedWith: ENOENT) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0o600 as mode_t)
    guard descriptor >= 0 else { throw .creating(path, failedWith: errno) }
    do {
      return try begin(
        path, owning: descriptor, sampleRate: sampleRate, channelCount: channelCount, encoding: encoding)
    } catch {
      // It is ours and holds no sound.
      unlink(path)
      throw error
    }
  }

  /// Begins a take in a file that is open already, at its start.
  static func begin(
    _ path: String, owning descriptor: Int32, sampleRate: Int, channelCount: Int, encoding: Encoding
  ) throws(SoundFileError) -> TakeWriter {
    do {
      let handle = try TakeHandle.begin(
        owning: descriptor, sampleRate: sampleRate, channelCount: channelCount, encoding: encoding)
      return TakeWriter(
        path: path, sampleRate: sampleRate, channelCount: channelCount, encoding: encoding, handle: handle)
    } catch {
      switch error {
      case .system(let code): throw .creating(path, failedWith: code)
      case .format(let detail):
        throw .creating(path, refusedBecause: detail ?? "\(sampleRate) Hz, \(channelCount) channels")
      }
    }
  }

  private init(
    path: String, sampleRate: Int, channelCount: Int, encoding: Encoding, handle: consuming TakeHandle
  ) {
    self.path = path
    self.sampleRate = sampleRate
    self.channelCount = channelCount
    self.encoding = encoding
    self.handle = handle
  }

  /// The sound in the file, in seconds.
  package var seconds: Double { Double(framesWritten) / Double(sampleRate) }

  /// Adds interleaved 16-bit samples, bit for bit.
  ///
  /// - Precondition: the encoding is `int16`, and the samples are whole frames.
  /// - Throws: `cannotWrite`, now and from now on, where the disk is full or fails; what was written stays.
  package mutating func append(_ samples: Span<Int16>) throws(SoundFileError) {
    try samples.withUnsafeBufferPointer { samples throws(SoundFileError) in
      try append(samples, as: .int16) { $0.write($1, channelCount: $2) }
    }
  }

  /// Adds interleaved 32-bit samples, bit for bit; otherwise as for 16-bit samples.
  package mutating func append(_ samples: Span<Int32>) throws(SoundFileError) {
    try samples.withUnsafeBufferPointer { samples throws(SoundFileError) in
      try append(samples, as: .int32) { $0.write($1, channelCount: $2) }
    }
  }

  /// Adds interleaved float samples, bit for bit; otherwise as for 16-bit samples.
  package mutating func append(_ samples: Span<Float>) throws(SoundFileError) {
    try samples.withUnsafeBufferPointer { samples throws(SoundFileError) in
      try append(samples, as: .float32) { $0.write($1, channelCount: $2) }
    }
  }

  private mutating func append<Sample>(
    _ samples: UnsafeBufferPointer<Sample>, as given: Encoding,
    write: (borrowing TakeHandle, UnsafeBufferPointer<Sample>, Int) -> Int
  ) throws(SoundFileError) {
    precondition(given == encoding, "this take stores \(encoding), not \(given)")
    precondition(samples.count.isMultiple(of: channelCount), "a frame has \(channelCount) samples")
    if let code = handle.failure { throw .writing(path, failedWith: code, after: seconds) }
    let quarterSecond = max(1, sampleRate / 4) * channelCount
    var next = 0
    while next < samples.count {
      let end = min(next + quarterSecond, samples.count)
      let part = UnsafeBufferPointer(rebasing: samples[next..<end])
      let frames = write(handle, part, channelCount)
      framesWritten += frames
      handle.updateHeader()
      if let code = handle.failure { throw .writing(path, failedWith: code, after: seconds) }
      guard frames == part.count / channelCount else {
        throw .writing(path, failedWith: EIO, after: seconds)
      }
      next = end
    }
  }

  /// Ends the take: the last header, then the file and its folder are on the disk when this returns.
  ///
  /// Without it the file is closed too, but nobody hears of a failure.
  ///
  /// - Throws: `cannotWrite` where the disk is full or fails; what was written stays.
  package consuming func finish() throws(SoundFileError) {
    let (path, seconds) = (path, seconds)
    if let code = handle.close() { throw .writing(path, failedWith: code, after: seconds) }
    if let code = synchronizeFolder(of: path) { throw .writing(path, failedWith: code, after: seconds) }
  }
}

/// Waits until the folder's entry for a new file is on the disk.
///
/// - Returns: the `errno` of what failed, nil where nothing did or where the folder cannot be told to wait.
private func synchronizeFolder(of path: String) -> Int32? {
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  // A folder may be writable without being readable (mode 0300): then there is nothing to wait with.
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  return fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS ? nil : errno
}
