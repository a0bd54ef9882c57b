import ChildPrograms
import Equipment
import Foundation
import OwnThreads
import Testing

/// The interviewer's voice, through programs of a synthesiser's name that write down what they get.
@Suite(.timeLimit(.minutes(10)), .waiting) struct InterviewerVoiceTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "voices-\(UUID().uuidString)")

  /// Puts a shell script of that name first in the path.
  private func install(_ name: String, _ script: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let draft = folder.appending(path: "\(name).draft")
    try Data("#!/bin/sh\ncd \"${0%/*}\"\n\(script)\n".utf8).write(to: draft)
    // Another process does it: none that is forked off this one for another test must have the program open for writing.
    let installing = try ChildProgram(
      ["/usr/bin/install", "-m", "755", draft.path, folder.appending(path: name).path], in: .reading(nil))
    try #require(installing.ending(within: 1_000, mustEnd: { false }) == .exited(0))
  }

  private func written(_ name: String) -> String? {
    try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private func voice() throws -> InterviewerVoice { try InterviewerVoice(path: "relative:\(folder.path):") }

  private static let recording = #"printf '%s\n' "$@" > "$(basename "$0").arguments"; cat > "$(basename "$0").heard""#

  @Test(arguments: [
    ("espeak-ng", "--stdin\n-v\nen\n"), ("spd-say", "--wait\n--pipe-mode\n--language\nen\n"),
  ])
  func `the text is standard input, whatever stands in it`(name: String, arguments: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try install(name, Self.recording)
    let text = "!-!QUIT Why\n“$(reboot)” `x`; 'y' -v --help \\n?" + String(repeating: " and so on", count: 20_000)
    #expect(try voice().speak(text))
    #expect(written("\(name).arguments") == arguments)
    #expect(written("\(name).heard") == text.replacing("!-!", with: "").replacing("\n", with: " ") + "\n")
  }

  @Test func `speech-dispatcher comes first, and the other speaks where it fails`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try install("spd-say", Self.recording)
    try install("espeak-ng", Self.recording)
    #expect(try voice().speak("First."))
    #expect(written("spd-say.heard") == "First.\n" && written("espeak-ng.heard") == nil)
    try install("spd-say", "exit 1")
    #expect(try voice().speak("Second."))
    #expect(written("espeak-ng.heard") == "Second.\n")
    try install("espeak-ng", "exit 2")
    let programs = "\(folder.path)/spd-say and \(folder.path)/espeak-ng"
    #expect(throws: VoiceError.failed(programs)) { try voice().speak("Third.") }
  }

  @Test func `a stop ends the program, and silences the server behind it`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try install("spd-say", #"[ "$1" = --cancel ] && exec touch silenced; touch began; exec sleep 600"#)
    #expect(try !voice().speak("A long question") { written("began") != nil })
    #expect(written("silenced") != nil)
  }

  @Test func `a server that the program leaves behind holds nobody up`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    // As spd-say does where no speech-dispatcher runs, which closes what it inherits; others need not.
    try install("spd-say", "cat > heard; sleep 600 & echo $! > server")
    #expect(try voice().speak("First."))
    let server = try #require(written("server").flatMap { pid_t($0.dropLast()) })
    defer { kill(server, SIGKILL) }
    #expect(written("heard") == "First.\n")
    // It was not ended with the program, and has nothing of ours.
    let descriptors = "/proc/\(server)/fd"
    let open = try FileManager.default.contentsOfDirectory(atPath: descriptors).compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "\(descriptors)/\($0)")
    }
    #expect(!open.isEmpty && open.allSatisfy { !$0.hasPrefix("socket:") && !$0.hasPrefix("pipe:") }, "\(open)")
  }

  @Test func `a program that does not listen is ended all the same, with what it started`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try install("espeak-ng", "trap '' TERM; sleep 600 & echo $! > child; while :; do sleep 1; done")
    #expect(try !voice().speak("A long question") { written("child")?.isEmpty == false })
    let child = try #require(written("child").flatMap { pid_t($0.dropLast()) })
    for _ in 0..<500 where isRunning(child) { usleep(10_000) }
    #expect(!isRunning(child))
  }

  /// Whether the process goes on; one that its new parent has yet to look at does not.
  private func isRunning(_ id: pid_t) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else { return false }
    return !status.contains(") Z ")
  }

  @Test func `without a program a sentence says what to install`() {
    #expect(throws: VoiceError.notInstalled) { _ = try InterviewerVoice(path: folder.path) }
    #expect(throws: VoiceError.notInstalled) { _ = try InterviewerVoice(path: "") }
    #expect(VoiceError.notInstalled.description.contains("apt install espeak-ng"))
  }
}
