internal import CSndFile
import Glibc

/// A WAV open in libsndfile for writing; the system calls behind it are reported as `errno` values.
struct TakeHandle: ~Copyable, @unchecked Sendable {
  // Sendable because it cannot be copied: whoever holds it is the only one to use the pointers.
  private let sound: OpaquePointer
  private let cursor: Unmanaged<WriteCursor>

  private init(owning sound: OpaquePointer, _ cursor: Unmanaged<WriteCursor>) {
    self.sound = sound
    self.cursor = cursor
  }

  deinit {
    sf_close(sound)
    cursor.release()
  }

  /// Why a take could not be begun.
  enum Failure: Error {
    /// The system refused a write, with this `errno`.
    case system(Int32)
    /// libsndfile refused the format.
    case format(detail: String?)
  }

  /// Writes the header of a take without sound, and owns `descriptor` from here on, whatever happens.
  static func begin(
    owning descriptor: Int32, sampleRate: Int, channelCount: Int, encoding: TakeWriter.Encoding
  ) throws(Failure) -> TakeHandle {
    let cursor = Unmanaged.passRetained(WriteCursor(owning: descriptor))
    var functions = WriteCursor.functions
    var info = SF_INFO()
    info.samplerate = Int32(clamping: sampleRate)
    info.channels = Int32(clamping: channelCount)
    info.format = Int32(SF_FORMAT_WAV) | encoding.subtype
    let sound: OpaquePointer
    do {
      sound = try checkedOpen { sf_open_virtual(&functions, Int32(SFM_WRITE), &info, cursor.toOpaque()) }
    } catch {
      let failure = cursor.takeRetainedValue().failure
      throw failure == 0 ? .format(detail: error.detail) : .system(failure)
    }
    let handle = TakeHandle(owning: sound, cursor)
    // The plainest header there is, which every program reads. It counts to 4 GiB, three hours of 48 kHz stereo at
    // 32 bits; beyond, the sound is still kept, and read to the end of the file as that of an unfinished header.
    sf_command(sound, Int32(SFC_SET_ADD_PEAK_CHUNK), nil, Int32(SF_FALSE))
    handle.updateHeader()
    if let failure = handle.failure { throw .system(failure) }
    return handle
  }

  /// The `errno` of the first write that failed, nil so far.
  var failure: Int32? {
    let code = cursor.takeUnretainedValue().failure
    return code == 0 ? nil : code
  }

  /// Brings the lengths in the header up to date; the data is with the kernel before.
  func updateHeader() {
    sf_command(sound, Int32(SFC_UPDATE_HEADER_NOW), nil, 0)
  }

  /// Writes whole frames.
  ///
  /// - Returns: the number of frames written, fewer than asked where writing failed.
  func write(_ samples: UnsafeBufferPointer<Int16>, channelCount: Int) -> Int {
    checked(samples.count / channelCount) { sf_writef_short(sound, samples.baseAddress, $0) }
  }

  /// As for 16-bit samples.
  func write(_ samples: UnsafeBufferPointer<Int32>, channelCount: Int) -> Int {
    checked(samples.count / channelCount) { sf_writef_int(sound, samples.baseAddress, $0) }
  }

  /// As for 16-bit samples.
  func write(_ samples: UnsafeBufferPointer<Float>, channelCount: Int) -> Int {
    checked(samples.count / channelCount) { sf_writef_float(sound, samples.baseAddress, $0) }
  }

  private func checked(_ frames: Int, _ write: (sf_count_t) -> sf_count_t) -> Int {
    min(frames, max(0, Int(write(sf_count_t(frames)))))
  }

  /// Writes the last header and waits until all of it is on the disk.
  ///
  /// - Returns: the `errno` of what failed, nil where nothing did.
  consuming func close() -> Int32? {
    let cursor = cursor
    let status = sf_close(sound)
    discard self
    let file = cursor.takeRetainedValue()
    if file.failure != 0 { return file.failure }
    if status != 0 { return EIO }
    // EINVAL: a file system that cannot be told to wait.
    return fsync(file.descriptor) == 0 || errno == EINVAL ? nil : errno
  }
}

extension TakeWriter.Encoding {
  /// The encoding as a number of libsndfile.
  fileprivate var subtype: Int32 {
    switch self {
    case .int16: Int32(SF_FORMAT_PCM_16)
    case .int32: Int32(SF_FORMAT_PCM_32)
    case .float32: Int32(SF_FORMAT_FLOAT)
    }
  }
}
