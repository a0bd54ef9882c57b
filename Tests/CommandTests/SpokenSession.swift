import Foundation
import Glibc
import Testing

/// A machine with one session: Situation, Action and the answer to a probe, each a second of speech.
struct SpokenSession {
  let machine: Machine
  let path: String
  static let takes = ["1-situation", "3-action", "6-probe-motivation"]

  init() async throws {
    machine = try Machine()
    path = "\(machine.sessions)/2026-11-20T19-04-11Z_owned-failure"
    for take in Self.takes {
      _ = try machine.folder.write(shortTake, to: "home/.local/share/starpace/sessions/\(name)/\(take).wav")
    }
    let recovery = try await machine.run(["recover"])
    try #require(recovery.status == 0, "\(recovery.errors)")
  }

  private var name: String { (path as NSString).lastPathComponent }

  /// The report as it stands.
  func report() async throws -> ReplayedReport {
    let run = try await machine.run(["report", "--json"])
    try #require(run.status == 0, "\(run.errors)")
    return try ReplayedReport(run.output)
  }

  /// The words of Action that count.
  func wordsOfAction() async throws -> ReplayedReport.Words? {
    try await report().steps.first { $0.step == "action" }?.words
  }

  /// All that stands in the session's folder of transcripts, with its permissions; empty where there is none.
  func kept() throws -> [String: mode_t] {
    let names = FileManager.default.enumerator(atPath: "\(path)/transcripts")?.compactMap { $0 as? String } ?? []
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        var status = stat()
        try #require(lstat("\(path)/transcripts/\(name)", &status) == 0)
        return (name, status.st_mode & 0o7777)
      })
  }

  /// Makes the program `name`, a script for the shell, in a folder of the machine's `PATH`; returns the environment.
  func program(_ name: String, _ script: String) async throws -> [String: String] {
    try await machine.install("#!/bin/sh\n\(script)\n", as: "bin/\(name)")
    return ["PATH": "\(machine.folder.path)/bin:/usr/bin:/bin"]
  }

  /// Writes the machine's configuration.
  func configure(_ text: String) throws {
    _ = try machine.folder.write(text.utf8, to: "home/.config/starpace/config.yaml")
  }

  /// Waits until there is a file `name` of the machine that has something in it.
  func wait(for name: String) async throws -> String {
    let file = "\(machine.folder.path)/\(name)"
    let deadline = ContinuousClock.now + .seconds(30)
    while true {
      if let data = FileManager.default.contents(atPath: file), !data.isEmpty {
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      }
      guard .now < deadline else { throw PseudoTerminal.Missing(description: "no \(name)") }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}
