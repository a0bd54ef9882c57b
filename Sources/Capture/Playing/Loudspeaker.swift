import Glibc
internal import CALSA

/// A playback device, open and set up for one channel of floating-point samples; silent once its owner lets it go.
///
/// Its calls are made on other threads, since a frozen sound server may hold any of them for ever.
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
  /// Does not wait where another program holds the device, and no longer than `limit` for a sound server that does not
  /// answer.
  /// - Throws: `PlaybackError`, for every reason but a start past the end.
  package static func open(
    device: String, sampleRate: Int, within limit: Duration = openingLimit
  ) throws(PlaybackError) -> Loudspeaker {
    showLibraryMessages(false)
    let opened = answer(within: limit) {
      Result { () throws(ALSAFailure) in try ready(device: device, sampleRate: sampleRate) }
    }
    guard let opened else { throw .noSoundServer(device) }
    do throws(ALSAFailure) {
      return Loudspeaker(device: device, try opened.get())
    } catch {
      throw PlaybackError(opening: device, error)
    }
  }

  private static func ready(device: String, sampleRate: Int) throws(ALSAFailure) -> PCM {
    let pcm = try PCM.open(device: device, for: SND_PCM_STREAM_PLAYBACK)
    // 200 ms of storage: no gap on a busy machine, and what is asked to stop is soon over.
    try check(
      "snd_pcm_set_params",
      snd_pcm_set_params(
        pcm.pointer, SND_PCM_FORMAT_FLOAT_LE, SND_PCM_ACCESS_RW_INTERLEAVED, 1, UInt32(sampleRate), 1, 200_000))
    return pcm
  }

  /// Restarts without a sample between them, after which a device counts as lost, as in `Microphone`.
  private static let restartLimit = 8
  /// After so long a device that takes nothing counts as lost. Our own choice: several times what a server that works
  /// needs to start.
  private static let longestWait = Duration.seconds(10)

  /// Hands over what there is room for of `samples`, full scale -1...1, within 50 ms unless the device is held up.
  ///
  /// - Returns: how many were taken, 0 where there was no room.
  /// - Throws: `PlaybackError.failed` where the device is gone, or gives no answer, a second after `stop` at the latest.
  package mutating func play(_ samples: Span<Float>, until stop: () -> Bool) throws(PlaybackError) -> Int {
    let held = samples.withUnsafeBufferPointer { Array($0) }
    // SAFETY: no other call is made before this one is answered, and none after one that is not.
    nonisolated(unsafe) let handle = pcm.pointer
    let count = call(unless: stop) { () -> Int in
      let room = Int(snd_pcm_wait(handle, 50))
      if room <= 0 { return room }
      let count = held.withUnsafeBufferPointer {
        snd_pcm_writei(handle, $0.baseAddress, snd_pcm_uframes_t($0.count))
      }
      return count == -Int(EAGAIN) ? 0 : count
    }
    guard let count else { throw .failed(device, call: "snd_pcm_writei", reason: "it does not answer") }
    if count >= 0 {
      if count > 0 { restartsInARow = 0 }
      return count
    }
    try restart(after: Int32(clamping: count), until: stop)
    return 0
  }

  /// Sets a device going again that ran empty, or whose machine slept: what comes next is played.
  private mutating func restart(after code: Int32, until stop: () -> Bool) throws(PlaybackError) {
    restartsInARow += 1
    nonisolated(unsafe) let handle = pcm.pointer
    let isLost = restartsInARow >= Self.restartLimit
    let recovered = isLost ? code : call(unless: stop) { snd_pcm_recover(handle, code, 1) } ?? -EIO
    guard recovered < 0 else { return }
    let failure = ALSAFailure(call: isLost ? "snd_pcm_writei" : "snd_pcm_recover", code: recovered)
    throw .failed(device, call: failure.call, reason: failure.reason)
  }

  /// Waits until what was handed over has been heard, or until `stop`, a second at most.
  package consuming func finish(until stop: () -> Bool) {
    nonisolated(unsafe) let handle = pcm.pointer
    let deadline = SuspendingClock.now + .seconds(1)
    while call(within: .seconds(1), unless: stop, { snd_pcm_drain(handle) }) == -EAGAIN, !stop(), .now < deadline {
      usleep(10_000)
    }
  }

  /// What a call into the sound system gives; nil where it gives nothing in time, and ever after.
  private mutating func call<Value: Sendable>(
    within limit: Duration = longestWait, unless stop: () -> Bool, _ body: @escaping @Sendable () -> Value
  ) -> Value? {
    guard !pcm.unanswered.isAny else { return nil }
    let value = answer(within: limit, unless: stop, from: body)
    if value == nil { pcm.unanswered.note() }
    return value
  }
}
