internal import CSndFile

/// A sound file open in libsndfile for reading.
struct SoundHandle: ~Copyable, @unchecked Sendable {
  // Sendable because it cannot be copied: whoever holds it is the only one to use the pointers.
  private let sound: OpaquePointer
  private let cursor: Unmanaged<FileCursor>
  private let info: SF_INFO
  /// Frames handed out so far.
  private var position = 0

  private init(owning sound: OpaquePointer, _ cursor: Unmanaged<FileCursor>, _ info: SF_INFO) {
    self.sound = sound
    self.cursor = cursor
    self.info = info
  }

  deinit {
    sf_close(sound)
    cursor.release()
  }

  static func open(
    _ file: ReadOnlyFile, presenting presentation: Presentation
  ) throws(SoundFileError) -> SoundHandle {
    let cursor = Unmanaged.passRetained(FileCursor(file, presenting: presentation))
    var functions = FileCursor.functions
    var info = SF_INFO()
    do {
      let sound = try checkedOpen { sf_open_virtual(&functions, Int32(SFM_READ), &info, cursor.toOpaque()) }
      return SoundHandle(owning: sound, cursor, info)
    } catch {
      let failure = cursor.takeRetainedValue().failure
      throw failure == 0
        ? .notSound(file.path, detail: error.detail) : .reading(file.path, failedWith: failure)
    }
  }

  var sampleRate: Int { Int(info.samplerate) }
  var channelCount: Int { Int(info.channels) }
  var isSeekable: Bool { info.seekable != 0 }
  var name: String { formatName(of: info.format) }
  var browserMediaType: String? { SoundFiles.browserMediaType(ofFormat: info.format) }
  var isMPEG: Bool { Int(info.format) & SF_FORMAT_TYPEMASK == SF_FORMAT_MPEG }
  var isOgg: Bool { Int(info.format) & SF_FORMAT_TYPEMASK == SF_FORMAT_OGG }

  /// Frames in the file as libsndfile sees it, nil where it cannot know.
  var frameCount: Int? { info.frames == sf_count_t.max ? nil : max(0, Int(info.frames)) }

  /// Bytes in a frame, nil for encodings in which frames have no fixed size.
  var bytesPerFrame: Int? {
    let sampleBytes: [Int: Int] = [
      SF_FORMAT_PCM_S8: 1, SF_FORMAT_PCM_U8: 1, SF_FORMAT_ULAW: 1, SF_FORMAT_ALAW: 1, SF_FORMAT_PCM_16: 2,
      SF_FORMAT_PCM_24: 3, SF_FORMAT_PCM_32: 4, SF_FORMAT_FLOAT: 4, SF_FORMAT_DOUBLE: 8,
    ]
    return sampleBytes[Int(info.format) & SF_FORMAT_SUBMASK].map { $0 * channelCount }
  }

  /// Moves to a frame; false where the file does not allow it.
  mutating func seek(toFrame frame: Int) -> Bool {
    guard sf_seek(sound, sf_count_t(frame), Int32(SF_SEEK_SET)) == frame else { return false }
    position = frame
    return true
  }

  /// Reads interleaved samples until `block` is full or the sound ends.
  ///
  /// - Parameter block: room for whole frames. What is past the frames returned becomes 0.
  /// - Returns: the frames read, fewer than there is room for at the end only.
  /// - Throws: where the system fails, and for a sample that is infinite or not a number.
  mutating func read(into block: UnsafeMutableBufferPointer<Float>) throws(SoundFileError) -> Int {
    let room = block.count / channelCount
    guard var next = block.baseAddress else { return 0 }
    var done = 0
    while done < room {
      let count = Int(sf_readf_float(sound, next, sf_count_t(room - done)))
      if count <= 0 { break }
      done += min(count, room - done)
      next += count * channelCount
    }
    let failure = cursor.takeUnretainedValue().failure
    let path = cursor.takeUnretainedValue().file.path
    if failure != 0 { throw .reading(path, failedWith: failure) }
    let samples = UnsafeBufferPointer(rebasing: block[..<(done * channelCount)])
    if let bad = firstNotFinite(samples) {
      throw .notANumber(path, seconds: Double(position + bad / channelCount) / Double(sampleRate))
    }
    position += done
    return done
  }
}

/// The index of the first sample that is infinite or not a number.
private func firstNotFinite(_ samples: UnsafeBufferPointer<Float>) -> Int? {
  // An exponent of all ones (IEEE 754) marks both; the loop has no exit so that it can be vectorised.
  let exponent: UInt32 = 0x7F80_0000
  var highest: UInt32 = 0
  for sample in samples { highest = max(highest, sample.bitPattern & exponent) }
  return highest == exponent ? samples.firstIndex { !$0.isFinite } : nil
}
