/// A sound file, read block by block as one channel.
///
/// Whatever libsndfile reads is read: WAV, RF64, W64, FLAC, Ogg Vorbis and Opus, MP3, AIFF, AU and more, in
/// memory that does not grow with the file. The file is never altered, and may still be growing: it is read up
/// to its length at opening. Different files may be read on different threads at once.
package struct SoundReader: ~Copyable, Sendable {
  /// Sample rates that are read, in frames a second.
  package static let sampleRates = 8_000...192_000

  /// The file, as it was named by the caller.
  package let path: String
  /// Frames a second, 8000 to 192000.
  package let sampleRate: Int
  /// Channels in the file, at least one; what is read is always one.
  package let channelCount: Int
  /// The number of frames to expect, nil where it is not known before the end. A damaged file may give fewer.
  package let frameCount: Int?
  /// The container and the encoding, such as "WAV, Signed 16 bit PCM".
  package let formatName: String
  /// What browsers call it, such as "audio/flac"; nil where they do not play it.
  package let browserMediaType: String?
  /// How the channels become one.
  package let mix: ChannelMix
  /// One line for a file that was not finished or is cut off, nil for a sound one.
  ///
  /// A cut FLAC or MP3 shows only at its end: ask again after the last block.
  package private(set) var remark: String?
  /// Frames read so far.
  package private(set) var framesRead = 0

  private var handle: SoundHandle
  /// Room for interleaved frames; empty for a mono file, which is read in place.
  private var interleaved: [Float]

  /// Opens a sound file; a file with several channels is measured first, see `ChannelMix`.
  ///
  /// - Throws: where there is no such file, where it may not be read, and where it is not a sound: a folder, a
  ///   pipe, an empty file, another format, a rate out of range, no samples.
  package static func open(_ path: String) throws(SoundFileError) -> SoundReader {
    let file = try ReadOnlyFile.open(path)
    let fault = try lengthFault(in: file)
    let presentation = fault?.presentation ?? Presentation()
    let handle = try SoundHandle.open(file, presenting: presentation)
    guard handle.frameCount != 0 else { throw .noSamples(path) }
    guard sampleRates.contains(handle.sampleRate) else {
      throw .unsupportedRate(path, sampleRate: handle.sampleRate)
    }
    // Without a table of contents the length of an MP3 is a guess from its first frames.
    let isGuess = handle.isMPEG ? try !hasLengthTag(file) : false
    let frameCount = isGuess ? nil : handle.frameCount
    let remark = Remark(path: path, sampleRate: handle.sampleRate)
    var line: String?
    if let fault, let claim = fault.claim, let frameCount {
      line = remark.about(
        claim, availableBytes: fault.availableBytes, frames: frameCount, bytesPerFrame: handle.bytesPerFrame)
    } else if handle.isOgg, frameCount == nil {
      line = remark.withoutEnd(frames: nil)
    }
    let mix =
      handle.channelCount == 1
      ? ChannelMix.mono
      : try scanChannels { () throws(SoundFileError) in try SoundHandle.open(file, presenting: presentation) }
    return SoundReader(handle, path: path, frameCount: frameCount, mix: mix, remark: line)
  }

  private init(
    _ handle: consuming SoundHandle, path: String, frameCount: Int?, mix: ChannelMix, remark: String?
  ) {
    self.path = path
    self.frameCount = frameCount
    self.mix = mix
    self.remark = remark
    sampleRate = handle.sampleRate
    channelCount = handle.channelCount
    formatName = handle.name
    browserMediaType = handle.browserMediaType
    let scratchFrames = max(1, 16_384 / handle.channelCount)
    interleaved =
      handle.channelCount == 1 ? [] : Array(repeating: 0, count: scratchFrames * handle.channelCount)
    self.handle = handle
  }

  /// Reads the next frames as one channel, full scale ±1; a float file may go beyond.
  ///
  /// - Parameter block: filled from its start. What is past the frames returned is unspecified.
  /// - Returns: the frames read: the whole block, fewer at the end of the sound, 0 after it.
  /// - Throws: where the system fails, for a sample that is infinite or not a number (no block after it), and
  ///   where not a single frame can be decoded.
  package mutating func read(into block: inout MutableSpan<Float>) throws(SoundFileError) -> Int {
    try block.withUnsafeMutableBufferPointer { block throws(SoundFileError) in
      guard !block.isEmpty else { return 0 }
      let count = channelCount == 1 ? try handle.read(into: block) : try readMixed(into: block)
      framesRead += count
      if count < block.count { try noteEnd() }
      return count
    }
  }

  /// As `read(into:)` for a span, into an array whose count is the size of the block.
  package mutating func read(into block: inout [Float]) throws(SoundFileError) -> Int {
    var span = block.mutableSpan
    return try read(into: &span)
  }

  private mutating func readMixed(
    into block: UnsafeMutableBufferPointer<Float>
  ) throws(SoundFileError) -> Int {
    var done = 0
    while done < block.count {
      let wanted = min(block.count - done, interleaved.count / channelCount)
      let count = try interleaved.withUnsafeMutableBufferPointer { scratch throws(SoundFileError) in
        let count = try handle.read(
          into: UnsafeMutableBufferPointer(rebasing: scratch[..<(wanted * channelCount)]))
        mix.mix(
          UnsafeBufferPointer(rebasing: scratch[..<(count * channelCount)]),
          into: UnsafeMutableBufferPointer(rebasing: block[done..<done + count]))
        return count
      }
      done += count
      if count < wanted { break }
    }
    return done
  }

  /// The sound has ended: was it as long as it should be?
  private mutating func noteEnd() throws(SoundFileError) {
    guard framesRead > 0 else { throw .undecodable(path) }
    let remark = Remark(path: path, sampleRate: sampleRate)
    if let frameCount {
      // An MP3 frame has 1152 samples, and encoders disagree about the padding of the last.
      let tolerance = handle.isMPEG ? 1152 : 0
      if framesRead < frameCount - tolerance {
        self.remark = remark.short(of: frameCount, frames: framesRead)
      }
    } else if handle.isOgg {
      self.remark = remark.withoutEnd(frames: framesRead)
    }
  }
}
