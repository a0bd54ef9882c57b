import Glibc
internal import CALSA

extension Microphone {
  /// What a read brought.
  package enum Reading: Sendable, Equatable {
    /// The block holds at least one new frame.
    case frames
    /// So many frames are missing before the next ones; never because of a pause.
    case missing(frames: Int, Gap.Cause)
    /// The device is there and delivers nothing.
    case timeout
  }

  /// Interruptions without a frame between them, after which a device counts as lost: one that can be started
  /// and stops again at once is a sound server that went away (PipeWire's plugin, seen with 0.3.65).
  private static let interruptionLimit = 8

  /// Waits for one period of sound, no longer than `limit`, and takes it.
  ///
  /// - Throws: `CaptureError.lost` where the device is gone or cannot be started again.
  package mutating func read(
    into block: inout SampleBlock, within limit: Duration = .milliseconds(200)
  ) throws(CaptureError) -> Reading {
    if let slept = untoldSleep {
      untoldSleep = nil
      return .missing(frames: format.frames(in: slept), .suspended)
    }
    if let dropped = delivery.droppedFrames { return giveUp(dropped, .dropped) }
    let deadline = SuspendingClock.now.advanced(by: limit)
    repeat {
      let woken = pcm.wait(until: deadline)
      if woken == 0 { break }
      if woken < 0 { return try restart(after: woken) }
      if isStalled, let missing = missingAfterStall() { return giveUp(missing, .stalled) }

      let handle = pcm.pointer
      let capacity = block.capacity
      let count = block.fill { snd_pcm_readi(handle, $0.baseAddress, snd_pcm_uframes_t(capacity)) }
      if count > 0 {
        note(framesRead: count)
        return .frames
      }
      // Woken for nothing: a plugin that converts may still lack a frame.
      if count == 0 || count == -Int(EAGAIN) {
        usleep(1_000)
        continue
      }
      return try restart(after: Int32(clamping: count))
    } while .now < deadline
    isStalled = true
    return .timeout
  }

  /// What a stall that has not ended has cost until now; the device goes on without it.
  package mutating func endStall() -> Reading? {
    guard isStalled, let missing = delivery.missingFrames(waiting: pcm.waitingFrames, at: time) else {
      return nil
    }
    return giveUp(missing, .stalled)
  }

  // MARK: - Time

  /// Since the device was started, without the time that the machine slept.
  private var time: Duration { started.duration(to: .now) }

  private mutating func note(framesRead count: Int) {
    let waiting = pcm.waitingFrames
    delivery.note(count, waiting: waiting, at: time)
    heardUntil = .now - format.time(of: waiting)
    interruptionsInARow = 0
    // Told once these frames are taken, one block late: how much of them came before the sleep, nobody knows.
    untoldSleep = sleepWatch.slept()
  }

  /// A sound server that was frozen may hold all that was said, and needs a moment to hand it over.
  private static let handoverTime: UInt32 = 100_000  // microseconds

  private mutating func missingAfterStall() -> Int? {
    isStalled = false
    usleep(Self.handoverTime)
    // More may be behind what fills the device's memory: only when all is read, it is known what was lost.
    guard !pcm.isFull else { return nil }
    return delivery.missingFrames(waiting: pcm.waitingFrames, at: time)
  }

  private mutating func giveUp(_ frames: Int, _ cause: Gap.Cause) -> Reading {
    delivery.giveUp(frames, at: time)
    return .missing(frames: frames, cause)
  }

  // MARK: - Interruptions

  /// Sets a device that stopped going again.
  private mutating func restart(after code: Int32) throws(CaptureError) -> Reading {
    do throws(ALSAFailure) {
      interruptionsInARow += 1
      guard interruptionsInARow < Self.interruptionLimit else {
        throw ALSAFailure(call: "snd_pcm_readi", code: code)
      }
      try pcm.recover(from: code)
    } catch {
      throw CaptureError(reading: device, error)
    }
    // By a clock that goes on while the machine sleeps: that is what a suspended device has missed.
    let missing = format.frames(in: heardUntil.duration(to: .now))
    noteStart()
    return .missing(frames: missing, code == -EPIPE ? .overrun : .suspended)
  }
}
