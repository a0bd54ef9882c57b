import Capture
import Glibc
import Testing
import VirtualMicrophoneSupport

extension OnAVirtualMicrophone {
  /// Through alsa-lib's pulse plugin and a private PulseAudio.
  @Suite(.enabled(if: SoundServer.missing == nil, "\(SoundServer.missing ?? "")"))
  struct PulseAudioTests {
    @Test func `what a program plays arrives bit by bit`() async throws {
      let (server, recording, heard) = try Self.begin()
      defer { server.unplug() }
      try await OnAVirtualMicrophone.wait { recording.frameCount >= 4_800 }
      let played = (0..<Int16(32_000)).map { $0 + 1 }
      try server.say(played, sampleRate: Self.rate)
      try await OnAVirtualMicrophone.wait { heard.samples.int16.last == 0 && heard.samples.int16.contains(1) }
      let result = recording.finish()
      #expect(result.ending.isStopped)
      #expect(result.gaps.isEmpty)
      let said = heard.samples.int16.drop { $0 == 0 }
      #expect(Array(said.prefix(played.count)) == played)
    }

    @Test func `a server that ends leaves what was heard`() async throws {
      let (server, recording, heard) = try Self.begin()
      defer { server.unplug() }
      try await OnAVirtualMicrophone.wait { recording.frameCount >= 24_000 }
      server.end()
      try await OnAVirtualMicrophone.wait { !recording.isRunning }
      let result = recording.finish()
      #expect(result.ending.isLostMicrophone)
      #expect(result.frameCount >= 24_000)
      #expect(heard.samples.int16.count == result.frameCount)
      #expect(heard.samples.isFinished)
    }

    @Test func `a frozen server holds up neither the end of a take nor that of the recorder`() async throws {
      let (server, recording, heard) = try Self.begin()
      defer { server.unplug() }
      try await OnAVirtualMicrophone.wait { recording.frameCount >= 24_000 }
      server.freeze()
      try await OnAVirtualMicrophone.wait { recording.timeWithoutSound >= .seconds(1) }
      #expect(recording.isRunning)
      let result = recording.finish()
      #expect(result.gaps.map(\.cause) == [.stalled])
      #expect(heard.samples.int16.count == result.frameCount)
      #expect(heard.samples.isFinished)
    }

    @Test func `a server that is frozen for a while costs the take no time`() async throws {
      let (server, recording, heard) = try Self.begin()
      defer { server.unplug() }
      let begun = SuspendingClock.now
      try await OnAVirtualMicrophone.wait { recording.frameCount >= 24_000 }
      server.freeze()
      try await OnAVirtualMicrophone.wait { recording.timeWithoutSound >= .milliseconds(1_500) }
      server.thaw()
      let seen = recording.frameCount
      try await OnAVirtualMicrophone.wait { recording.frameCount >= seen + 120_000 }
      let passed = Int(begun.duration(to: .now) / .seconds(1) * Double(Self.rate))
      let result = recording.finish()
      #expect(result.ending.isStopped)
      #expect(heard.samples.int16.count == result.frameCount)
      // Whether the server hands over what it missed or not: 0.3 s are its own delay and the tolerance.
      #expect(abs(result.frameCount - passed) < 14_400, "\(result.frameCount) \(passed) \(result.gaps)")
    }

    @Test func `a frozen server opens no microphone, and holds nobody up`() throws {
      let server = try SoundServer(sampleRate: Self.rate)
      server.plugIn()
      defer { server.unplug() }
      server.freeze()
      #expect(throws: CaptureError.noSoundServer(.systemDefault)) {
        _ = try Microphone.open(device: "default", within: .seconds(1))
      }
    }

    @Test func `a server that freezes holds up neither playing nor its end`() throws {
      let server = try SoundServer(sampleRate: Self.rate)
      server.plugIn()
      defer { server.unplug() }
      var loudspeaker = try Loudspeaker.open(device: "default", sampleRate: Self.rate)
      let block = [Float](repeating: 0.1, count: Self.rate / 20)
      var played = 0
      while played < Self.rate / 2 { played += try loudspeaker.play(block.span) { false } }
      server.freeze()
      // What there is room for is taken, then nothing more.
      for _ in 0..<20 { _ = try loudspeaker.play(block.span) { true } }
      loudspeaker.finish { false }
    }

    @Test func `a frozen server opens no loudspeaker`() throws {
      let server = try SoundServer(sampleRate: Self.rate)
      server.plugIn()
      defer { server.unplug() }
      server.freeze()
      #expect(throws: PlaybackError.noSoundServer("default")) {
        _ = try Loudspeaker.open(device: "default", sampleRate: Self.rate, within: .seconds(1))
      }
    }

    @Test func `a program ends while its server is frozen`() throws {
      let server = try SoundServer(sampleRate: Self.rate)
      server.plugIn()
      defer { server.unplug() }
      var microphone = try Microphone.open(device: "default")
      try microphone.start()
      var block = microphone.makeBlock()
      while try microphone.read(into: &block) != .frames {}
      server.freeze()
      while try microphone.read(into: &block) != .timeout {}
      // Closed here.
    }

    @Test func `no server is said to be none`() throws {
      let server = try SoundServer(sampleRate: Self.rate)
      server.plugIn()
      defer { server.unplug() }
      server.end()
      #expect(throws: CaptureError.self) { _ = try Microphone.open(device: "default") }
    }

    // MARK: - Steps of the tests

    private static let rate = 48_000

    /// A server, and a take that is being recorded from it.
    private static func begin() throws -> (server: SoundServer, recording: Recording, heard: Heard) {
      let server = try SoundServer(sampleRate: rate)
      server.plugIn()
      let heard = Heard()
      let recorder = Recorder(try Microphone.open(device: "default"))
      return (server, recorder.begin(into: MemorySink(heard: heard)), heard)
    }
  }
}
