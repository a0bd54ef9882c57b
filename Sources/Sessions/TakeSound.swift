import Acoustics
package import Interview
import SoundFiles
package import SpeechTiming

/// What a take sounds like, for a report that is looked at and listened to.
package struct TakeSound: Sendable, Equatable {
  /// `nil` where the file cannot be read.
  package var curves: TakeCurves?
  /// How the take can be listened to.
  package var audio: Audio

  /// A sound as given.
  package init(curves: TakeCurves?, audio: Audio) {
    self.curves = curves
    self.audio = audio
  }

  /// How a take can be listened to in a browser.
  package enum Audio: Sendable, Equatable {
    /// In its file at `path`, which is absolute.
    case file(path: String)
    /// In the bytes of a file that holds the take alone.
    case embedded([UInt8], mediaType: String)
    /// Not at all: no browser plays a file of `format`, such as "AIFF (Apple/SGI), Signed 16 bit PCM".
    case unplayable(format: String)
    /// Not at all: the file is gone, or cannot be read.
    case unreadable
  }
}

/// The sounds of `takes`, in their order; a file that holds several of them is read once.
///
/// The files lie in `folder`, or where their own paths say if it is `nil`. With `embedsAudio` the takes are encoded,
/// each by itself.
/// - Throws: a `SoundFileError` where sound cannot be encoded here.
package func sounds(of takes: [Take], in folder: String?, embedsAudio: Bool = false) throws -> [TakeSound] {
  var files: [(name: String, takes: [Int])] = []
  for (index, take) in takes.enumerated() {
    if let known = files.firstIndex(where: { $0.name == take.file }) {
      files[known].takes.append(index)
    } else {
      files.append((take.file, [index]))
    }
  }
  let heard = concurrentMap(files) { file in
    Result { try sounds(of: file.takes.map { takes[$0] }, inFile: path(of: file.name, in: folder), embedsAudio) }
  }
  var inOrder = [TakeSound](repeating: TakeSound(curves: nil, audio: .unreadable), count: takes.count)
  for (file, result) in zip(files, heard) {
    for (index, sound) in zip(file.takes, try result.get()) { inOrder[index] = sound }
  }
  return inOrder
}

/// Where the file `name` of a take lies; `nil` where it would lie outside of its session's `folder`.
private func path(of name: String, in folder: String?) -> String? {
  guard let folder else { return name }
  // A session of other people may name anything: what its page holds of sound is its own.
  return name.contains("/") || name == ".." ? nil : "\(folder)/\(name)"
}

/// The sounds of `takes`, all in the file at `path`.
private func sounds(of takes: [Take], inFile path: String?, _ embedsAudio: Bool) throws -> [TakeSound] {
  let unreadable = takes.map { _ in TakeSound(curves: nil, audio: .unreadable) }
  guard let path, var reader = try? SoundReader.open(path) else { return unreadable }
  let sampleRate = reader.sampleRate
  var analyzers = takes.map {
    CurveAnalyzer(sampleRate: sampleRate, pitchRange: $0.timing.voice?.pitchRange ?? .standard)
  }
  let encoded = embedsAudio ? try takes.map { _ in try SpokenOpus(sampleRate: sampleRate) } : []
  let cut = SampleSpans(takes.map { ($0.offset, $0.offset + $0.timing.duration) }, in: reader)
  for (index, seconds) in cut.expectedSeconds.enumerated() { analyzers[index].reserveCapacity(seconds: seconds) }
  do {
    _ = try cut.read(from: &reader) { index, samples in
      analyzers[index].append(samples)
      if embedsAudio { encoded[index].append(samples) }
    }
  } catch {
    return unreadable
  }
  let plain: TakeSound.Audio =
    reader.browserMediaType == nil ? .unplayable(format: reader.formatName) : .file(path: absolutePath(path))
  return try takes.indices.map { index in
    TakeSound(
      curves: analyzers[index].finish(speech: takes[index].timing.speech),
      audio: embedsAudio
        ? .embedded(try encoded[index].finish(), mediaType: OpusEncoder.mediaType) : plain)
  }
}

/// A take that is encoded while it passes through. A class: an encoder is not to be copied, and these stand in an array.
private final class SpokenOpus {
  private var resampler: Resampler
  private var encoder: OpusEncoder?

  init(sampleRate: Int) throws(SoundFileError) {
    resampler = Resampler(from: sampleRate, to: OpusEncoder.sampleRate)
    encoder = try OpusEncoder.begin()
  }

  func append(_ block: borrowing Span<Float>) {
    var resampled: [Float] = []
    resampler.append(copy block, to: &resampled)
    encoder?.append(resampled.span)
  }

  func finish() throws(SoundFileError) -> [UInt8] {
    var rest: [Float] = []
    resampler.finish(to: &rest)
    encoder?.append(rest.span)
    return try encoder.take()?.finish() ?? []
  }
}
