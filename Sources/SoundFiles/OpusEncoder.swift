internal import CSndFile

/// Encodes one channel of speech as Ogg Opus, in memory: what a page that is mailed can hold.
///
/// About 31 kbit/s, 4 kB a second. The same samples give the same bytes with the same libopus.
package struct OpusEncoder: ~Copyable {
  /// Samples a second of what is appended; all that Opus keeps of speech is below 8 kHz.
  package static let sampleRate = 16_000
  /// What browsers call the result.
  package static let mediaType = "audio/ogg"

  /// libsndfile goes from 256 kbit/s a channel at 0 to 6 at 1. RFC 6716, section 2.1.1, has 16 to 20 kbit/s for speech
  /// of this bandwidth; room noise asks for more.
  private static let compression = 0.9

  private let sound: OpaquePointer
  private let file: Unmanaged<MemoryFile>
  private var isWhole = true

  private init(owning sound: OpaquePointer, _ file: Unmanaged<MemoryFile>) {
    self.sound = sound
    self.file = file
  }

  deinit {
    sf_close(sound)
    file.release()
  }

  /// An encoder without sound.
  /// - Throws: `cannotCreate` where libsndfile was built without Opus.
  package static func begin() throws(SoundFileError) -> OpusEncoder {
    let file = Unmanaged.passRetained(MemoryFile())
    var functions = MemoryFile.functions
    var info = SF_INFO()
    info.samplerate = Int32(sampleRate)
    info.channels = 1
    info.format = Int32(SF_FORMAT_OGG) | Int32(SF_FORMAT_OPUS)
    do {
      let sound = try checkedOpen { sf_open_virtual(&functions, Int32(SFM_WRITE), &info, file.toOpaque()) }
      var compression = Self.compression
      sf_command(sound, Int32(SFC_SET_COMPRESSION_LEVEL), &compression, Int32(MemoryLayout<Double>.size))
      return OpusEncoder(owning: sound, file)
    } catch {
      file.release()
      throw .encoding
    }
  }

  /// Takes the next samples, mono, full scale -1...1.
  package mutating func append(_ samples: Span<Float>) {
    samples.withUnsafeBufferPointer { samples in
      let count = sf_count_t(samples.count)
      if sf_writef_float(sound, samples.baseAddress, count) != count { isWhole = false }
    }
  }

  /// The bytes of the file.
  /// - Throws: `cannotCreate` where libsndfile failed.
  package consuming func finish() throws(SoundFileError) -> [UInt8] {
    let (file, isWhole) = (file, isWhole)
    let status = sf_close(sound)
    discard self
    var bytes = file.takeRetainedValue().bytes
    guard isWhole, status == 0 else { throw .encoding }
    nameOggStream(in: &bytes)
    return bytes
  }
}
