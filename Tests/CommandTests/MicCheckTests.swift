import BuiltSignals
import Foundation
import Testing
import VirtualMicrophoneSupport

/// The check of a microphone, by what the microphone hears.
@Suite(.timeLimit(.minutes(10))) struct MicCheckTests {
  private static let sampleRate = 16_000

  /// A short answer between silences at `gain`, 1 being -20 dBFS of speech in a room of `noise` (rms).
  private static func speech(gain: Float = 1, noise: Double = 0.0005) -> [Int16] {
    int16(
      builtTake([.silence(0.4), .speech(1.4), .silence(2)], noise: noise).map { gain * $0 })
  }

  private func machine(hearing samples: [Int16], channelCount: Int = 1, faults: String = "") throws -> Machine {
    try Machine(
      microphone: VirtualMicrophone(
        hearing: .int16(samples), sampleRate: Self.sampleRate, channelCount: channelCount, faults: faults))
  }

  private struct Check: Decodable {
    struct Level: Decodable { let speech_dbfs, noise_floor_dbfs, peak_dbfs: Double?, clipped_samples: Int }
    let verdict, finding, advice, device: String
    let sample_rate: Int
    let duration_s, speech_time_s: Double
    let snr_db: Double?
    let level: Level
  }

  /// Runs a check of two seconds, as JSON, and expects the exit code that its verdict asks for.
  private func check(_ machine: Machine) async throws -> Check {
    let run = try await machine.run(["mic-check", "--seconds", "2", "--json", "--quiet"])
    #expect(run.errors == "")
    let check = try JSONDecoder().decode(Check.self, from: Data(run.output.utf8))
    #expect(run.status == (check.verdict == "good" ? 0 : 1))
    return check
  }

  @Test func `speech in a quiet room is good, with its levels`() async throws {
    let check = try await check(machine(hearing: Self.speech()))
    #expect(check.verdict == "good" && check.advice == "Nothing to change.")
    #expect(check.device == "default" && check.sample_rate == Self.sampleRate)
    #expect(abs(check.duration_s - 2) < 0.3)
    // Built at 0.1 and 0.0005: -20 and -66 dBFS.
    #expect(abs(try #require(check.level.speech_dbfs) + 20) < 1.5)
    #expect(abs(try #require(check.level.noise_floor_dbfs) + 66) < 1.5)
    #expect(abs(try #require(check.snr_db) - 46) < 2)
  }

  /// What a microphone hears; named, so that no log of a test prints its samples.
  struct Room: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let verdict: String
    let samples: [Int16]
  }

  static let rooms = [
    Room(testDescription: "loud speech", verdict: "clipping", samples: speech(gain: 12)),
    Room(testDescription: "speech in noise", verdict: "noisy", samples: speech(noise: 0.06)),
    Room(testDescription: "speech from afar", verdict: "too_quiet", samples: speech(gain: 0.01)),
    Room(
      testDescription: "a quiet room", verdict: "no_speech",
      samples: int16(whiteNoise(count: 4 * sampleRate, rms: 0.001, seed: 1))),
    Room(
      testDescription: "a loud room", verdict: "noisy",
      samples: int16(whiteNoise(count: 4 * sampleRate, rms: 0.1, seed: 1))),
    Room(testDescription: "nothing", verdict: "digital_silence", samples: []),
  ]

  @Test(arguments: rooms)
  func `a microphone that is not good enough is told by what is wrong`(room: Room) async throws {
    #expect(try await check(machine(hearing: room.samples)).verdict == room.verdict)
  }

  @Test(arguments: ["0:stall", "1:stall"])
  func `a microphone that sends nothing, or stops, has no data`(fault: String) async throws {
    #expect(try await check(machine(hearing: Self.speech(), faults: fault)).verdict == "no_data")
  }

  @Test func `one input that clips is not hidden by the other, which is empty`() async throws {
    let frames = Self.speech(gain: 12).flatMap { sample -> [Int16] in [0, sample] }
    #expect(try await check(machine(hearing: frames, channelCount: 2)).verdict == "clipping")
  }

  @Test func `without a terminal the text is plain, and asks for speech on standard error`() async throws {
    let run = try await machine(hearing: []).run(["mic-check", "--seconds", "2"])
    #expect(
      run.output == """
        Digital silence: every sample is zero.
          Speech   –
          Room     –
          SNR      –
          Peak     –
          Clipped  0 samples
        Unmute it, by its own switch or with alsamixer (F4), or choose another with
        --device; `starpace devices` lists those present.

        """)
    #expect(run.errors == "starpace: Speak now, as in an answer, for 2 seconds.\n")
    #expect(run.status == 1)
  }

  @Test func `a terminal shows the level while it listens`() async throws {
    let machine = try machine(hearing: Self.speech())
    let terminal = try machine.atTerminal(["mic-check", "--seconds", "2"])
    try await terminal.wait(for: "Speak now")
    try await terminal.wait(for: "2 s  ")
    try await terminal.wait(for: " dBFS")
    try await terminal.wait(for: "1 s  █")
    try await terminal.wait(for: "Good: the microphone can be relied on.\n")
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.text.contains(/Speech   -\d\d\.\d dBFS\n/))
    #expect(terminal.isRestored)
  }

  @Test func `no microphone and one that goes away are failures of their own`() async throws {
    let absent = try await Machine().run(["mic-check"])
    #expect(absent.status == 69 && absent.errors.hasPrefix("starpace: No microphone found."))
    let pulled = try await machine(hearing: [], faults: "0.5:ENODEV").run(["mic-check", "--quiet"])
    #expect(pulled.status == 69 && pulled.errors.contains("went away"))
    let wrong = try await Machine().run(["mic-check", "--seconds", "1"])
    #expect(wrong.status == 64)
  }
}
