import Glibc
internal import CALSA

extension PCM {
  /// Waits until a period of sound is there or the device has something to tell.
  ///
  /// `snd_pcm_wait` begins its timeout anew with every wake-up that brings no sound, so a device that wakes its
  /// reader for nothing would hold it for ever. This one keeps the deadline.
  /// - Returns: positive with sound, 0 at the deadline, else alsa-lib's code.
  func wait(until deadline: SuspendingClock.Instant) -> Int32 {
    repeat {
      let woken = snd_pcm_wait(pointer, 0)
      if woken != 0 { return woken }
    } while sleep(until: deadline)
    return 0
  }

  /// Sleeps until any wake-up; false at the deadline.
  private func sleep(until deadline: SuspendingClock.Instant) -> Bool {
    let remaining = SuspendingClock.now.duration(to: deadline) / .milliseconds(1)
    guard remaining > 0 else { return false }
    let count = max(snd_pcm_poll_descriptors_count(pointer), 0)
    return withUnsafeTemporaryAllocation(of: pollfd.self, capacity: Int(count)) { polled in
      polled.initialize(repeating: pollfd())
      snd_pcm_poll_descriptors(pointer, polled.baseAddress, UInt32(count))
      // An interruption by a signal is a wake-up like another.
      return poll(polled.baseAddress, nfds_t(count), Int32(remaining.rounded(.up))) != 0
    }
  }

  /// The frames that could be read at once.
  var waitingFrames: Int { max(snd_pcm_avail_update(pointer), 0) }

  /// Whether less than a period is free in the device's memory.
  var isFull: Bool {
    var (size, period): (snd_pcm_uframes_t, snd_pcm_uframes_t) = (0, 0)
    guard snd_pcm_get_params(pointer, &size, &period) == 0 else { return false }
    return waitingFrames + Int(period) > Int(size)
  }

  /// Sets a device going again that ran over (-EPIPE) or whose machine slept (-ESTRPIPE).
  ///
  /// - Throws: `ALSAFailure` with `code` where that is something else, or with what stands in the way.
  func recover(from code: Int32) throws(ALSAFailure) {
    guard code == -EPIPE || code == -ESTRPIPE else { throw ALSAFailure(call: "snd_pcm_readi", code: code) }
    if code == -ESTRPIPE, resume() { return }
    try check("snd_pcm_prepare", snd_pcm_prepare(pointer))
    try check("snd_pcm_start", snd_pcm_start(pointer))
  }

  /// Whether a device that slept goes on by itself.
  ///
  /// `snd_pcm_recover` would ask for as long as the device says "not yet"; a second is our own choice.
  private func resume() -> Bool {
    for _ in 0..<10 {
      let code = snd_pcm_resume(pointer)
      if code != -EAGAIN { return code == 0 && snd_pcm_state(pointer) == SND_PCM_STATE_RUNNING }
      usleep(100_000)
    }
    return false
  }
}
