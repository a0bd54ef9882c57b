import Foundation
import Sessions
import Testing

@Suite struct OutputFileTests {
  private let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appendingPathComponent("starpace-\(UUID().uuidString)").path

  /// Runs `work` in a folder that is there for it alone.
  private func inFolder(_ work: () throws -> Void) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work()
  }

  private func text(of name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? [] }

  private func kind(_ work: () throws -> Void) -> SessionError.Kind? {
    do {
      try work()
      return nil
    } catch {
      return (error as? SessionError)?.kind
    }
  }

  @Test func `a report is its owner's alone, replaces the one before, and leaves nothing beside it`() throws {
    try inFolder {
      try "before".write(toFile: "\(folder)/a.html", atomically: false, encoding: .utf8)
      try OutputFile(path: "\(folder)/a.html").write("after")
      #expect(try text(of: "a.html") == "after")
      #expect(names == ["a.html"])
      let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/a.html")[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test func `a link stays one`() throws {
    try inFolder {
      try "before".write(toFile: "\(folder)/real", atomically: false, encoding: .utf8)
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "real")
      try OutputFile(path: "\(folder)/link").write("after")
      #expect(try text(of: "real") == "after")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link") == "real")
    }
  }

  @Test func `a pipe or a device is written to and stays what it is`() throws {
    try OutputFile(path: "/dev/null").write("text")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    #expect(OutputFile(path: "/dev/null").folder == FileManager.default.currentDirectoryPath)
    #expect(kind { try OutputFile(path: "/dev/full").write("text") } == .cannotWrite)
  }

  @Test func `what the report is made from is never written over, by whatever name`() throws {
    try inFolder {
      let take = "\(folder)/1-situation.wav"
      try "sound".write(toFile: take, atomically: false, encoding: .utf8)
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "1-situation.wav")
      for path in [take, "\(folder)/./1-situation.wav", "\(folder)/link"] {
        #expect(kind { try OutputFile(path: path).write("text", sparing: ["\(folder)/gone", take]) } == .usage)
      }
      #expect(try text(of: "1-situation.wav") == "sound")
    }
  }

  @Test func `a folder and a place where there is none are refused before anything is done`() throws {
    try inFolder {
      #expect(kind { try OutputFile(path: folder).check() } == .cannotCreate)
      #expect(kind { try OutputFile(path: "\(folder)/none/a.html").check() } == .cannotCreate)
      #expect(kind { try OutputFile(path: "\(folder)/a.html").check() } == nil)
      #expect(names == [])
    }
  }

  @Test func `the page's folder is the file's, from the current one on`() {
    #expect(OutputFile(path: "/a/b.html").folder == "/a")
    #expect(OutputFile(path: "b.html").folder == FileManager.default.currentDirectoryPath)
  }
}
