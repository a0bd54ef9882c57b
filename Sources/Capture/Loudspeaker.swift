import Glibc
internal import CALSA

/// A playback device, open and set up for one channel of floating-point samples; silent once its owner lets it go.
package struct Loudspeaker: ~Copyable {
  private let device: String
  private let pcm: PCM
  private var restartsInARow = 0

  private init(device: String, _ pcm: consuming PCM) {
    self.device = device
    self.pcm = pcm
  }

  /// Opens a device to play at `sampleRate` Hz; alsa-lib converts where the device needs it.
  ///
  /// Does not wait where another program holds the device.
  /// - Throws: `PlaybackError`, for every reason but a start past the end.
  package static func open(device: String, sampleRate: Int) throws(PlaybackError) -> Loudspeaker {
    showLibraryMessages(false)
    do throws(ALSAFailure) {
      let pcm = try PCM.open(device: device, for: SND_PCM_STREAM_PLAYBACK)
      // 200 ms of storage: no gap on a busy machine, and what is asked to stop is soon over.
      try check(
        "snd_pcm_set_params",
        snd_pcm_set_params(
          pcm.pointer, SND_PCM_FORMAT_FLOAT_LE, SND_PCM_ACCESS_RW_INTERLEAVED, 1, UInt32(sampleRate), 1, 200_000))
      return Loudspeaker(device: device, pcm)
    } catch {
      throw PlaybackError(opening: device, error)
    }
  }

  /// Restarts without a sample between them, after which a device counts as lost, as in `Microphone`.
  private static let restartLimit = 8

  /// Hands over what there is room for of `samples`, full scale -1...1, within 50 ms.
  ///
  /// - Returns: how many were taken, 0 where there was no room.
  /// - Throws: `PlaybackError.failed` where the device is gone.
  package mutating func play(_ samples: Span<Float>) throws(PlaybackError) -> Int {
    let handle = pcm.pointer
    var count = Int(snd_pcm_wait(handle, 50))
    if count > 0 {
      count = samples.withUnsafeBufferPointer {
        snd_pcm_writei(handle, $0.baseAddress, snd_pcm_uframes_t($0.count))
      }
      if count == -Int(EAGAIN) { return 0 }
    }
    if count >= 0 {
      if count > 0 { restartsInARow = 0 }
      return count
    }
    do throws(ALSAFailure) {
      restartsInARow += 1
      guard restartsInARow < Self.restartLimit else {
        throw ALSAFailure(call: "snd_pcm_writei", code: Int32(clamping: count))
      }
      // It ran empty, or the machine slept: what comes next is played.
      try check("snd_pcm_recover", snd_pcm_recover(handle, Int32(clamping: count), 1))
    } catch {
      throw .failed(device, call: error.call, reason: error.reason)
    }
    return 0
  }

  /// Waits until what was handed over has been heard, or until `stop`, a second at most.
  package consuming func finish(until stop: () -> Bool) {
    let deadline = SuspendingClock.now + .seconds(1)
    while snd_pcm_drain(pcm.pointer) == -EAGAIN, !stop(), .now < deadline { usleep(10_000) }
  }
}
