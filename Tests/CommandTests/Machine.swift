import Foundation
import Glibc
import VirtualMicrophoneSupport

/// What a run of a program left.
struct Run: Sendable {
  let status: Int32
  let output: String
  let errors: String

  var outputLines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }
}

/// A user's machine as the program finds it: an empty home, and the microphone it is given or none.
final class Machine {
  let folder: TemporaryFolder
  private let microphone: VirtualMicrophone
  private let program: String

  /// A machine with `microphone`, on which `program` is run.
  init(microphone: VirtualMicrophone? = nil, program: String = builtProgram) throws {
    folder = try TemporaryFolder()
    self.microphone = try microphone ?? .none()
    self.program = program
  }

  /// Where the machine's user keeps sessions unless told otherwise.
  var sessions: String { "\(folder.path)/home/.local/share/starpace/sessions" }

  /// Looked for once: other tests change this process's environment meanwhile.
  private static let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]

  /// What the program finds in its environment, `further` going before.
  func environment(_ further: [String: String] = [:]) -> [String: String] {
    var environment = [
      "HOME": "\(folder.path)/home", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "XDG_DATA_DIRS": "\(folder.path)/share",
    ]
    // A toolchain that is not in its usual place.
    environment["LD_LIBRARY_PATH"] = Self.libraries
    return environment.merging(microphone.environment) { $1 }.merging(further) { $1 }
  }

  /// Runs the program in `folder` (the machine's own unless named) to its end, its streams being files.
  func run(
    _ arguments: [String], input: String = "", environment further: [String: String] = [:],
    folder: String? = nil
  ) async throws -> Run {
    let streams = "streams-\(UUID().uuidString)"
    let given = try self.folder.write(input.utf8, to: "\(streams)/input")
    let (output, errors) = (given + ".output", given + ".errors")
    let child = try ChildProcess(
      program, arguments, environment: environment(further), folder: folder ?? self.folder.path,
      input: .file(given), output: .file(output), errors: .file(errors))
    func text(of file: String) throws -> String { String(decoding: try bytes(of: file), as: UTF8.self) }
    do {
      return Run(status: try await child.exitStatus(), output: try text(of: output), errors: try text(of: errors))
    } catch let failure as ChildProcess.Failure {
      let said = try (text(of: errors) + text(of: output)).suffix(1_000).replacing("\n", with: " ⏎ ")
      throw ChildProcess.Failure(description: "\(failure), having written: \(said)")
    }
  }

  /// Starts the program at a terminal; what it prints goes there, or into the file `output`.
  func atTerminal(
    _ arguments: [String], rows: UInt16 = 24, columns: UInt16 = 80, output: String? = nil,
    environment further: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(rows: rows, columns: columns) { device in
      try ChildProcess(
        program, arguments, environment: environment(further), folder: folder.path, input: .terminal(device),
        output: output.map { .file($0) } ?? .terminal(device), errors: .terminal(device))
    }
  }

  /// Starts the program with `input` as its standard input and files for what it prints.
  func start(_ arguments: [String], input: Int32, output: String, errors: String) throws -> ChildProcess {
    try ChildProcess(
      program, arguments, environment: environment(), folder: folder.path, input: .descriptor(input),
      output: .file(output), errors: .file(errors))
  }
}

extension Machine {
  /// Makes `script` a program at the path `name` below the machine's folder.
  func install(_ script: String, as name: String) async throws {
    let file = try folder.write(script.utf8, to: "scripts/\(name)")
    // Another process does it: see `copyProgram`.
    let installing = try ChildProcess(
      "/usr/bin/install", ["-D", "-m", "755", file, name], environment: [:], folder: folder.path,
      input: .file("/dev/null"), output: .file("/dev/null"), errors: .file("/dev/null"))
    let status = try await installing.exitStatus()
    guard status == 0 else { throw ChildProcess.Failure(description: "install ends with \(status)") }
  }
}

/// The program, built beside the one that runs the tests.
let builtProgram: String = {
  let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  let folders = [tests.deletingLastPathComponent(), Bundle.main.bundleURL]
  let programs = folders.map { $0.appending(path: "starpace").path }
  return programs.first { FileManager.default.isExecutableFile(atPath: $0) } ?? programs[0]
}()

/// Copies the program to `path`.
///
/// Another process does it: a program cannot be run while any process has it open for writing, as one that was just
/// forked off this one for another test would for a moment.
func copyProgram(to path: String) async throws {
  let copying = try ChildProcess(
    "/bin/cp", [builtProgram, path], environment: [:], folder: "/", input: .file("/dev/null"),
    output: .file("/dev/null"), errors: .file("/dev/null"))
  let status = try await copying.exitStatus()
  guard status == 0 else { throw ChildProcess.Failure(description: "cp ends with \(status)") }
}
