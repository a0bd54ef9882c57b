import Capture
import OwnThreads
import Testing
import VirtualMicrophoneSupport

/// All tests that open a device: one after another, since the device of a process is in its environment.
@Suite(.serialized, .timeLimit(.minutes(10)), .pluggingDevicesIn)
struct OnAVirtualMicrophone {}

extension OnAVirtualMicrophone {
  /// Waits until a claim holds, or gives up after some seconds.
  static func wait(seconds: Int = 20, until isTrue: () -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !isTrue(), .now < deadline { try await Task.sleep(for: .milliseconds(5)) }
    #expect(isTrue())
  }

  /// A mono device of 32 bits at 8 kHz on which frame number n is the sample n: a frame tells when it was heard.
  ///
  /// Longer than is waited for anything: after its end all frames are alike.
  static func numbered(
    seconds: Int = 25, faults: String = "", dropsSilently: Bool = false, wakesEarly: Bool = false
  ) throws -> VirtualMicrophone {
    let frames = (0..<Int32(seconds * numberedRate)).map { $0 }
    return try VirtualMicrophone(
      hearing: .int32(frames), sampleRate: numberedRate, faults: faults, dropsSilently: dropsSilently,
      wakesEarly: wakesEarly)
  }

  static let numberedRate = 8_000

  /// One period of a numbered device, 25 ms: how well the length of a gap is known.
  static let period = 200

  /// Records from the default device until a claim about the take holds, for some seconds at most; a sink may
  /// have a limit, and a listener may be late on purpose.
  static func record(
    from device: VirtualMicrophone, limit: Int = .max, seconds: Int = 20,
    listener: sending @escaping (Span<Float>) -> Void = { _ in },
    until isEnough: (Recording) -> Bool
  ) async throws -> (result: RecordingResult, heard: Heard.Samples) {
    device.plugIn()
    defer { device.unplug() }
    let heard = Heard()
    let recorder = Recorder(try Microphone.open(device: "default"))
    let recording = recorder.begin(into: MemorySink(heard: heard, limit: limit), listener: listener)
    try await wait(seconds: seconds) { isEnough(recording) }
    let result = recording.finish()
    #expect(heard.samples.isFinished)
    return (result, heard.samples)
  }
}
