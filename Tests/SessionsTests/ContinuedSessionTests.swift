import Foundation
import Glibc
import Interview
import Scenarios
import Sessions
import Testing

@Suite struct ContinuedSessionTests {
  private static let session = Session(
    scenario: "owned-failure", level: .sde2, started: "2026-11-20T19:04:11Z", seed: 3, mode: .rehearse)

  /// A session with two recordings and a scenario in `first` of a new folder, which is to be removed.
  private static func made() throws -> (root: String, folder: SessionFolder) {
    let root = FileManager.default.temporaryDirectory.appending(path: "starpace-\(UUID().uuidString)").path
    let folder = try SessionFolder.create(
      in: "\(root)/first", started: "2026-11-20T19:04:11Z", scenario: "owned-failure")
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/scenario", withIntermediateDirectories: false)
    for (name, count) in [
      ("1-situation.wav", 100), ("2-task.wav", 50_000), ("2-task.attempt-1.wav", 7),
      ("scenario/owned-failure.yaml", 9),
    ] {
      try Data(repeating: 5, count: count).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
    return (root, folder)
  }

  private static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test func `the session, its scenario and its recordings go along, and stay where they were`() throws {
    let (root, folder) = try Self.made()
    defer { try? FileManager.default.removeItem(atPath: root) }
    let before = try Self.names(in: folder.path)
    let next = try folder.continued(in: "\(root)/second", with: Self.session)
    #expect(next.left == [])
    #expect(next.folder.path == "\(root)/second/2026-11-20T19-04-11Z_owned-failure")
    #expect(try next.folder.session() == Self.session)
    #expect(
      try Self.names(in: next.folder.path)
        == [".recording", "1-situation.wav", "2-task.attempt-1.wav", "2-task.wav", "scenario", "session.json"])
    for name in ["1-situation.wav", "2-task.wav", "2-task.attempt-1.wav", "scenario/owned-failure.yaml"] {
      #expect(
        FileManager.default.contentsEqual(atPath: "\(folder.path)/\(name)", andPath: "\(next.folder.path)/\(name)"))
    }
    #expect(try Self.names(in: folder.path) == before)
    // It can be the same folder of sessions, too.
    #expect(try folder.continued(in: "\(root)/first", with: Self.session).folder.path == "\(folder.path)-2")
  }

  @Test func `a recording for which there is no room is named and not copied in part`() async {
    // In a process of its own, because the limit holds for all of it.
    await #expect(processExitsWith: .success) {
      let (root, folder) = try Self.made()
      defer { try? FileManager.default.removeItem(atPath: root) }
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 20_000, rlim_max: 20_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let next = try folder.continued(in: "\(root)/second", with: Self.session)
      try #require(next.left == ["2-task.wav"])
      try #require(
        try Self.names(in: next.folder.path)
          == [".recording", "1-situation.wav", "2-task.attempt-1.wav", "scenario", "session.json"])
    }
  }

  @Test func `where not even the session fits nothing is left behind`() async {
    await #expect(processExitsWith: .success) {
      let (root, folder) = try Self.made()
      defer { try? FileManager.default.removeItem(atPath: root) }
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 50, rlim_max: 50)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      try #require(throws: SessionError.self) { try folder.continued(in: "\(root)/second", with: Self.session) }
      try #require(try Self.names(in: "\(root)/second") == [])
      try #require(try Self.names(in: folder.path).count == 4)
    }
  }
}
