import Synchronization
internal import CALSA

/// An open device of alsa-lib, closed when its owner lets it go.
///
/// A frozen sound server may hold a closing call for ever: it is waited for no longer than a second, so that a
/// program can end, and whatever was recorded has to be on disk before.
struct PCM: ~Copyable {
  let pointer: OpaquePointer
  /// Calls of it that other threads may still be in.
  let unanswered = UnansweredCalls()

  private init(owning pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// Opens a device without waiting for another program to give it up; `mode` holds further bits of
  /// `snd_pcm_open`, e.g. `SND_PCM_NO_AUTO_RESAMPLE`.
  ///
  /// - Throws: `ALSAFailure` with the code of `snd_pcm_open`.
  static func open(
    device: String, for stream: snd_pcm_stream_t = SND_PCM_STREAM_CAPTURE, mode: Int32 = 0
  ) throws(ALSAFailure) -> PCM {
    var pointer: OpaquePointer?
    // Blocking mode would wait for a busy device for ever, and for a frozen sound server at every read.
    try check(openCall, snd_pcm_open(&pointer, device, stream, mode | SND_PCM_NONBLOCK))
    guard let pointer else { throw ALSAFailure(call: openCall, code: -ENODEV) }
    return PCM(owning: pointer)
  }

  deinit {
    // A device is not to be closed under a call that is still in it; this one stays open to the end of the program.
    if unanswered.isAny { return }
    // SAFETY: the last use of it.
    nonisolated(unsafe) let pointer = pointer
    _ = answer(within: .seconds(1)) { snd_pcm_close(pointer) }
  }
}

// SAFETY: one owner at a time, alsa-lib keeps nothing per thread, and no borrowing method changes the device.
extension PCM: @unchecked Sendable {}

/// Whether a call into a device was given up, which may still come back.
final class UnansweredCalls: Sendable {
  private let flag = Atomic(false)

  var isAny: Bool { flag.load(ordering: .acquiring) }

  func note() { flag.store(true, ordering: .releasing) }
}

/// What alsa-lib calls the device that the system or the user chose.
let defaultDeviceName = "default"
