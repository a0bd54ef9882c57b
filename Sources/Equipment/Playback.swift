import Capture
import SoundFiles

/// Plays the sound file at `path` from `start` (seconds) to its end, or until `stop`; whether it came to the end.
///
/// What is heard is what is measured: the file's channels as one, at its own rate. A stop takes effect within a
/// twentieth of a second. Never to be called while a microphone records: it would record the loudspeaker.
/// `progress` hears the seconds played and those of the whole file, where the file tells them.
/// - Throws: a `SoundFileError` where the file cannot be read, a `PlaybackError` where it cannot be played.
package func play(
  _ path: String, from start: Double = 0, device: String = "default", until stop: () -> Bool = { false },
  progress: (_ seconds: Double, _ duration: Double?) -> Void = { _, _ in }
) throws -> Bool {
  var reader = try SoundReader.open(path)
  let rate = Double(reader.sampleRate)
  let duration = reader.frameCount.map { Double($0) / rate }
  // Short enough for a stop to be noticed, even where a device takes everything at once.
  var block = [Float](repeating: 0, count: reader.sampleRate / 20)
  var skipped = Int((start * rate).rounded())
  // Once it has said so: a key is gone when it was looked at.
  var isStopped = false
  func mustStop() -> Bool {
    isStopped = isStopped || stop()
    return isStopped
  }
  var loudspeaker: Loudspeaker?
  while true {
    let count = try reader.read(into: &block)
    if count == 0 { break }
    if skipped >= count {
      skipped -= count
      continue
    }
    if loudspeaker == nil { loudspeaker = try Loudspeaker.open(device: device, sampleRate: reader.sampleRate) }
    var position = skipped
    skipped = 0
    while position < count {
      if mustStop() { return false }
      progress(Double(reader.framesRead - count + position) / rate, duration)
      do {
        position += try loudspeaker?.play(block.span.extracting(position..<count), until: mustStop) ?? 0
      } catch {
        // A device that holds up its last call matters to nobody any more.
        if isStopped { return false }
        throw error
      }
    }
  }
  guard let loudspeaker else {
    throw PlaybackError.startsPastEnd(path, start: start, duration: Double(reader.framesRead) / rate)
  }
  loudspeaker.finish(until: mustStop)
  return true
}
