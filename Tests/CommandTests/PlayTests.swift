import Foundation
import Glibc
import Synchronization
import Testing
import VirtualMicrophoneSupport

/// Takes played on a loudspeaker that writes down what it plays.
@Suite(.timeLimit(.minutes(10))) struct PlayTests {
  private let folder: TemporaryFolder
  private let machine: Machine
  private var played: String { "\(folder.path)/played" }

  init() throws {
    folder = try TemporaryFolder()
    machine = try Machine(microphone: .loudspeaker(writing: "\(folder.path)/played"))
  }

  /// A take in which every sample is `level`, half a second long unless said otherwise.
  private func take(_ level: Int16, seconds: Double = 0.5) -> Data {
    WaveFile(sampleRate: 48_000, samples: Array(repeating: level, count: Int(seconds * 48_000))).bytes
  }

  /// The levels of the takes that were played, in order.
  private func levels() throws -> [Int16] {
    let samples = try bytes(of: played).withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
    return samples.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  @Test func `a file is played, and from a place in it`() async throws {
    let file = try machine.folder.write(take(500), to: "take.wav")
    let run = try await machine.run(["play", file])
    #expect(run.status == 0 && run.output == "" && run.errors == "")
    #expect(try levels() == [500])
    #expect(try bytes(of: played).count == 24_000 * 4)
    #expect(try await machine.run(["play", "take.wav", "--from", "0:00.25"]).status == 0)
    #expect(try bytes(of: played).count == 12_000 * 4)
  }

  @Test func `a session is played take by take, and one of them by its name`() async throws {
    for (index, step) in ["1-situation", "2-task", "6-probe-acceptance"].enumerated() {
      for session in ["2024-01-01_a", "2024-01-02_b"] {
        let level = Int16(100 * (index + 1) + (session.hasSuffix("b") ? 1 : 0))
        _ = try machine.folder.write(take(level), to: "home/.local/share/starpace/sessions/\(session)/\(step).wav")
        _ = try machine.folder.write(
          Data("{}".utf8), to: "home/.local/share/starpace/sessions/\(session)/session.json")
      }
    }
    let table: [([String], [Int16])] = [
      ([], [301]), (["2024-01-01_a"], [300]), ([machine.sessions + "/2024-01-01_a", "task"], [200]),
      (["2024-01-01_a", "1"], [100]), (["task"], [201]), (["Acceptance"], [301]), (["6"], [301]),
    ]
    for (words, expected) in table {
      let run = try await machine.run(["play"] + words)
      #expect(run.status == 0 && run.errors == "", "\(words)")
      // Each take opens the loudspeaker anew, which begins its file anew.
      #expect(try levels() == expected, "\(words)")
    }
    let missing = try await machine.run(["play", "2024-01-01_a", "result"])
    #expect(missing.status == 66)
    #expect(missing.errors.contains("it has 1-situation.wav, 2-task.wav, 6-probe-acceptance.wav."))
    #expect(try await machine.run(["play", "2024-01-01_a", "--from", "0:01"]).status == 64)
  }

  @Test func `what cannot be played is refused with a sentence and its exit code`() async throws {
    let file = try machine.folder.write(take(500), to: "take.wav")
    let table: [([String], Int32, String)] = [
      (["gone.wav"], 66, "No sound file, step of the latest session, or session named gone.wav"),
      ([], 66, "No sessions in "), ([file, "--device", "hw:7"], 69, "Nothing named hw:7 to play on."),
      ([file, "--from", "0:09"], 65, "cannot be played from 9.0 s"), ([file, "--from", "soon"], 64, "not a time"),
      (["a", "b", "c"], 64, "Name one sound file"),
    ]
    for (words, status, sentence) in table {
      let run = try await machine.run(["play"] + words)
      #expect(run.status == status && run.errors.contains(sentence), "\(words): \(run.errors)")
    }
    let silent = try await Machine().run(["play", file])
    #expect(silent.status == 69 && silent.errors.hasPrefix("starpace: Nothing found to play on."))
  }

  @Test(arguments: [0, SIGINT])
  func `q and Ctrl-C stop on the way`(signal: Int32) async throws {
    let file = try machine.folder.write(take(500, seconds: 20), to: "take.wav")
    // As a card does, it takes no more than is heard; a tenth of that, so that much is left however late the key comes.
    // Not nothing: a loudspeaker that takes nothing for long is given up.
    #expect(mkfifo(played, 0o600) == 0)
    let listening = Listening(to: played)
    defer { listening.isOver.store(true, ordering: .relaxed) }
    let terminal = try machine.atTerminal(["play", file])
    try await terminal.wait(for: "take.wav  0:00 of 0:20  q stops")
    // What is handed over already is then taken at once.
    listening.isSlow.store(false, ordering: .relaxed)
    if signal == 0 { terminal.send("q") } else { terminal.send(signal: signal) }
    let status = try await terminal.exitStatus()
    #expect(status == (signal == 0 ? 0 : 130), "\(terminal.text)")
    #expect(listening.heard.load(ordering: .relaxed) < 20 * 48_000 * 4 / 4)
    #expect(terminal.isRestored)
  }
}

/// Reads from a pipe what a program plays, on a thread of its own: those of the concurrency pool may all be waiting.
private final class Listening: Sendable {
  /// Whether it takes a tenth of what a loudspeaker would.
  let isSlow = Atomic(true)
  let isOver = Atomic(false)
  /// In bytes.
  let heard = Atomic(0)

  init(to path: String) {
    // Both ways, so that the pipe has an end of its own before the program comes, and after it goes.
    let pipe = open(path, O_RDWR | O_NONBLOCK)
    Thread.detachNewThread { [self] in
      defer { close(pipe) }
      var block = [UInt8](repeating: 0, count: 1 << 16)
      while !isOver.load(ordering: .relaxed) {
        let isSlow = isSlow.load(ordering: .relaxed)
        heard.add(max(0, read(pipe, &block, isSlow ? 960 : block.count)), ordering: .relaxed)
        usleep(isSlow ? 50_000 : 5_000)
      }
    }
  }
}
