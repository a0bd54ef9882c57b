internal import CALSA

/// A microphone, open and set up; its one owner reads it on one thread.
package struct Microphone: ~Copyable, Sendable {
  package let device: CaptureDevice
  package let format: CaptureFormat
  /// Frames in one block, about 25 ms.
  package let periodInFrames: Int

  let pcm: PCM
  /// When the device was started.
  var started: SuspendingClock.Instant = .now
  /// When the last frame that was read had been captured: what an interruption loses, is lost from here on.
  var heardUntil: ContinuousClock.Instant = .now
  var delivery: Delivery
  var sleepWatch = SleepWatch()
  /// Sleep that has yet to be told of.
  var untoldSleep: Duration?
  /// Whether the last wait brought nothing.
  var isStalled = false
  var interruptionsInARow = 0

  private init(device: CaptureDevice, ready: consuming ReadyPCM) {
    self.device = device
    format = ready.format
    periodInFrames = ready.periodInFrames
    pcm = ready.pcm
    delivery = Delivery(format: ready.format, period: ready.periodInFrames)
  }

  /// Opens the microphone that `wish` means, see `deviceName(meantBy:among:)`, in its own sample encoding, rate
  /// and channel count where those can be recorded, converted by alsa-lib where not.
  ///
  /// Does not wait where another program holds the device, and no longer than `limit` for a sound server
  /// that does not answer. Reading begins with `start()`. Unless `verbose`,
  /// alsa-lib and its plugins no longer print on standard error, in the whole process.
  /// - Throws: `CaptureError`, for every reason but `lost`.
  package static func open(
    device wish: String, verbose: Bool = false, within limit: Duration = openingLimit
  ) throws(CaptureError) -> Microphone {
    showLibraryMessages(verbose)
    // To look for the others takes time, and the default needs none.
    let isDefault = wish == defaultDeviceName
    let present = isDefault ? [.systemDefault] : captureDevices(verbose: verbose)
    let name = try deviceName(meantBy: wish, among: present)
    let device = present.first { $0.name == name } ?? CaptureDevice(name: name, title: name)
    do throws(CaptureError) {
      return try open(device, within: limit)
    } catch {
      guard case .noSuchDevice = error else { throw error }
      throw .noSuchDevice(name, present: present)
    }
  }

  private static func open(_ device: CaptureDevice, within limit: Duration) throws(CaptureError) -> Microphone {
    let opened = answer(within: limit) {
      Result { () throws(ALSAFailure) in try openReady(device: device.name) }
    }
    guard let opened else { throw .noSoundServer(device) }
    do throws(ALSAFailure) {
      return Microphone(device: device, ready: try opened.get())
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
    noteStart()
    interruptionsInARow = 0
  }

  /// Counts time and frames from now on.
  mutating func noteStart() {
    started = .now
    heardUntil = .now
    delivery = Delivery(format: format, period: periodInFrames)
    isStalled = false
    // An interruption tells of its own sleep.
    _ = sleepWatch.slept()
    untoldSleep = nil
  }

  /// Ends listening; the device stays open.
  package func stop() {
    snd_pcm_drop(pcm.pointer)
  }
}

/// How long opening a device may take: our own choice, several times what a server that works needs.
package let openingLimit = Duration.seconds(5)
