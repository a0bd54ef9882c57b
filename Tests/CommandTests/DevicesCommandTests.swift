import Testing
import VirtualMicrophoneSupport

@Suite(.timeLimit(.minutes(10))) struct DevicesCommandTests {
  private let sentence =
    "starpace: No microphone found. Plug one in, or start the sound server; `starpace devices` lists those "
    + "present.\n"

  @Test(arguments: [["devices"], ["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups"]])
  func `without a microphone a sentence says what to do, and nothing else is printed`(arguments: [String])
    async throws
  {
    let machine = try Machine()
    let run = try await machine.run(arguments)
    #expect(run.errors == sentence)
    #expect(run.output == "")
    #expect(run.status == 69)
    // No session of a rehearsal that never began.
    let report = try await machine.run(["report"])
    #expect(report.status == 66)
  }

  @Test(arguments: [
    ["devices", "--verbose"], ["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--verbose"],
  ])
  func `verbose shows what the sound library reports`(arguments: [String]) async throws {
    let run = try await Machine().run(arguments)
    #expect(run.errors.contains("ALSA lib"))
    #expect(run.errors.hasSuffix(sentence))
    #expect(run.status == 69)
  }

  @Test func `a microphone is listed with its name and its title`() async throws {
    let microphone = try VirtualMicrophone(
      hearing: .int16([]), sampleRate: 48_000,
      furtherConfiguration: """
        pcm.desk { type plug slave.pcm hardware hint { show on description "Desk microphone" } }
        """)
    let run = try await Machine(microphone: microphone).run(["devices"])
    #expect(run.output == "The system's default microphone  default\nDesk microphone                  desk\n")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `a microphone that is not there is told by its name`() async throws {
    let run = try await Machine().run([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--device", "hw:7",
    ])
    #expect(run.errors == "starpace: No microphone named hw:7. `starpace devices` lists those present.\n")
    #expect(run.status == 69)
  }

  @Test func `what is not there, and what could be several, is refused with the list`() async throws {
    let microphone = try VirtualMicrophone(
      hearing: .int16([]), sampleRate: 48_000,
      furtherConfiguration: """
        pcm.desk { type plug slave.pcm hardware hint { show on description "Desk microphone" } }
        """)
    let machine = try Machine(microphone: microphone)
    let list = "The system's default microphone (default), Desk microphone (desk)"
    let unknown = try await machine.run([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--device", "yeti",
    ])
    #expect(
      unknown.errors == "starpace: No microphone named yeti. Present: \(list); choose one with --device.\n")
    #expect(unknown.status == 69)
    let ambiguous = try await machine.run([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--device", "Microphone",
    ])
    #expect(
      ambiguous.errors
        == "starpace: 2 microphones match Microphone: \(list). Name one of them with --device.\n")
    #expect(ambiguous.status == 69)
  }
}
