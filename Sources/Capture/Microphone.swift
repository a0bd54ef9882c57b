import Glibc
internal import CALSA

/// A microphone, open and set up; its one owner reads it on one thread.
package struct Microphone: ~Copyable, Sendable {
  /// The name it was opened by, as given to `--device`.
  package let device: String
  package let format: CaptureFormat
  /// Frames in one block, about 25 ms.
  package let periodInFrames: Int

  private let pcm: PCM
  /// When the last frame that was read had been captured: what is lost, is lost from here on.
  private var heardUntil: SuspendingClock.Instant = .now
  private var interruptionsInARow = 0

  private init(device: String, ready: consuming ReadyPCM) {
    self.device = device
    format = ready.format
    periodInFrames = ready.periodInFrames
    pcm = ready.pcm
  }

  /// Opens a microphone in its own sample encoding, rate and channel count where those can be recorded,
  /// converted by alsa-lib where not.
  ///
  /// Does not wait where another program holds the device. Reading begins with `start()`. Unless `verbose`,
  /// alsa-lib and its plugins no longer print on standard error, in the whole process.
  /// - Throws: `CaptureError`, for every reason but `lost`.
  package static func open(device: String, verbose: Bool = false) throws(CaptureError) -> Microphone {
    showLibraryMessages(verbose)
    do throws(ALSAFailure) {
      return Microphone(device: device, ready: try openReady(device: device))
    } catch {
      throw CaptureError(opening: device, error)
    }
  }

  package var sampleRate: Int { format.sampleRate }
  package var channelCount: Int { format.channelCount }
  package var encoding: SampleEncoding { format.encoding }

  /// A block that holds what one `read` brings.
  package func makeBlock() -> SampleBlock {
    SampleBlock(format: format, capacity: periodInFrames)
  }

  /// Begins to listen; what the device heard before is thrown away.
  ///
  /// - Throws: `CaptureError.lost` where the device no longer works.
  package mutating func start() throws(CaptureError) {
    do throws(ALSAFailure) {
      snd_pcm_drop(pcm.pointer)
      try check("snd_pcm_prepare", snd_pcm_prepare(pcm.pointer))
      try check("snd_pcm_start", snd_pcm_start(pcm.pointer))
    } catch {
      throw CaptureError(reading: device, error)
    }
    heardUntil = .now
    interruptionsInARow = 0
  }

  /// Ends listening; the device stays open.
  package func stop() {
    snd_pcm_drop(pcm.pointer)
  }
}

// MARK: - Reading

extension Microphone {
  /// What a read brought.
  package enum Reading: Sendable, Equatable {
    /// The block holds at least one new frame.
    case frames
    /// The reader was late: the device ran over, was started again, and these frames are missing.
    case overrun(missingFrames: Int)
    /// The machine slept: the device was started again, and these frames are missing.
    case suspended(missingFrames: Int)
    /// The device is there and delivers nothing.
    case timeout
  }

  /// Interruptions without a frame between them, after which a device counts as lost: one that can be started
  /// and stops again at once is a sound server that went away (PipeWire's plugin, seen with 0.3.65).
  private static let interruptionLimit = 8

  /// Waits for one period of sound, no longer than `limit`, and takes it.
  ///
  /// alsa-lib begins its wait anew with every wake-up that brings no sound: a device that wakes its reader for
  /// nothing can exceed the limit.
  /// - Throws: `CaptureError.lost` where the device is gone or cannot be started again.
  package mutating func read(
    into block: inout SampleBlock, within limit: Duration = .milliseconds(200)
  ) throws(CaptureError) -> Reading {
    let deadline = SuspendingClock.now.advanced(by: limit)
    repeat {
      let remaining = SuspendingClock.now.duration(to: deadline) / .milliseconds(1)
      let woken = snd_pcm_wait(pcm.pointer, Int32(max(remaining, 1)))
      if woken == 0 { return .timeout }
      if woken < 0 { return try restart(after: woken) }

      let handle = pcm.pointer
      let capacity = block.capacity
      let count = block.fill { snd_pcm_readi(handle, $0.baseAddress, snd_pcm_uframes_t(capacity)) }
      if count > 0 {
        noteFramesRead()
        return .frames
      }
      // Woken for nothing: a plugin that converts may still lack a frame.
      if count == 0 || count == -Int(EAGAIN) {
        usleep(1_000)
        continue
      }
      return try restart(after: Int32(clamping: count))
    } while .now < deadline
    return .timeout
  }

  private mutating func noteFramesRead() {
    let waiting = max(snd_pcm_avail_update(pcm.pointer), 0)
    heardUntil = .now - format.time(of: waiting)
    interruptionsInARow = 0
  }

  /// Sets a device that stopped going again.
  private mutating func restart(after code: Int32) throws(CaptureError) -> Reading {
    do throws(ALSAFailure) {
      interruptionsInARow += 1
      guard code == -EPIPE || code == -ESTRPIPE, interruptionsInARow < Self.interruptionLimit else {
        throw ALSAFailure(call: "snd_pcm_readi", code: code)
      }
      try check("snd_pcm_recover", snd_pcm_recover(pcm.pointer, code, 1))
      // A device that could resume after sleep is running already.
      if snd_pcm_state(pcm.pointer) == SND_PCM_STATE_PREPARED {
        try check("snd_pcm_start", snd_pcm_start(pcm.pointer))
      }
    } catch {
      throw CaptureError(reading: device, error)
    }
    let restarted = SuspendingClock.now
    let missing = format.frames(in: heardUntil.duration(to: restarted))
    heardUntil = restarted
    return code == -EPIPE ? .overrun(missingFrames: missing) : .suspended(missingFrames: missing)
  }
}
