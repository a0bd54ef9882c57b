import Foundation
import Testing

@testable import Scenarios

@Suite struct ScenarioLibraryTests {
  @Test func `all scenarios come in the order of their ids, with the exact text of their files`() throws {
    try withFolders { own, shipped in
      let text = "# a comment\r\n" + sampleFile
      try write(text, to: shipped + "/sample.yaml")
      try write(named("another"), to: own + "/another.yaml")
      let (files, broken) = ScenarioLibrary(folders: [own, shipped]).all()
      #expect(files.map(\.scenario.id) == ["another", "sample"])
      #expect(files.last?.text == text)
      #expect(files.last?.path == shipped + "/sample.yaml")
      #expect(broken.isEmpty)
    }
  }

  @Test func `a broken file does not hide the others`() throws {
    try withFolders { own, shipped in
      try write(sampleFile, to: shipped + "/sample.yaml")
      try write(sampleFile.replacing("strength: 2", with: "strength: 9"), to: own + "/broken.yaml")
      let (files, broken) = ScenarioLibrary(folders: [own, shipped]).all()
      #expect(files.map(\.scenario.id) == ["sample"])
      #expect(
        broken.map(\.description) == [
          """
          \(own)/broken.yaml:2:5: `id` is `sample`, but the file is named `broken`; make the two the same.
          \(own)/broken.yaml:34:48: `strength` must be a whole number from 1 to 3, but is `9`.
          """
        ])
    }
  }

  @Test func `a user's file stands before a shipped one of the same name, broken or not`() throws {
    try withFolders { own, shipped in
      try write(sampleFile, to: shipped + "/sample.yaml")
      try write(sampleFile.replacing("A sample", with: "My own"), to: own + "/sample.yaml")
      let library = ScenarioLibrary(folders: [own, shipped])
      #expect(try library.scenario(id: "sample").scenario.title == "My own")
      #expect(library.all().files.map(\.scenario.title) == ["My own"])

      try write("title: My own", to: own + "/sample.yaml")
      #expect(throws: ScenarioLibraryError.self) { try library.scenario(id: "sample") }
      #expect(library.all().files.isEmpty)
    }
  }

  @Test func `an unknown name is answered with the close ones`() throws {
    try withFolders { own, shipped in
      try write(named("owned-failure"), to: shipped + "/owned-failure.yaml")
      let library = ScenarioLibrary(folders: [own, shipped])
      #expect(
        complaint(of: library, about: "owned-falure")
          == "No scenario named 'owned-falure'. Did you mean owned-failure? 'starpace scenarios list' shows all."
      )
      #expect(
        complaint(of: library, about: "xyz")
          == "No scenario named 'xyz'. 'starpace scenarios list' shows all.")
    }
  }

  @Test func `a path to a file is read from any folder`() throws {
    try withFolders { own, _ in
      try write(named("elsewhere"), to: own + "/elsewhere.yaml")
      let file = try ScenarioLibrary(folders: []).scenario(id: own + "/elsewhere.yaml")
      #expect(file.scenario.id == "elsewhere")
    }
  }

  @Test func `a file that is not there is said to be missing`() {
    #expect(
      complaint(of: ScenarioLibrary(folders: []), about: "no/such.yaml")
        == "Cannot read no/such.yaml: there is no such file. Check the path and its permissions.")
  }

  @Test func `a folder that is a file is reported, one that is not there holds nothing`() throws {
    try withFolders { own, _ in
      try write("", to: own + "/file")
      let (files, broken) = ScenarioLibrary(folders: [own + "/none", own + "/file"]).all()
      #expect(files.isEmpty)
      #expect(broken.count == 1)
      #expect(broken.first?.description.hasPrefix("Cannot read \(own)/file: ") == true)
    }
  }

  @Test func `hidden files and files of other kinds are no scenarios`() throws {
    try withFolders { own, _ in
      for name in [".#sample.yaml", "scenario.schema.json", "notes.txt"] {
        try write("?", to: own + "/" + name)
      }
      let (files, broken) = ScenarioLibrary(folders: [own]).all()
      #expect(files.isEmpty && broken.isEmpty)
    }
  }

  @Test func `a file that is not UTF-8 is told with the place of its first wrong byte`() throws {
    try withFolders { own, _ in
      let path = own + "/sample.yaml"
      try Data("schema: 1\ntitle: Ein \u{DC}bel\n".unicodeScalars.map { UInt8($0.value) })
        .write(to: URL(fileURLWithPath: path))
      #expect(
        complaint(of: ScenarioLibrary(folders: [own]), about: "sample")
          == "\(path):2:12: This is not UTF-8; save the file with the encoding UTF-8.")
    }
  }

  @Test func `a byte order mark at the start is no part of the text`() throws {
    try withFolders { own, _ in
      try write("\u{FEFF}" + sampleFile, to: own + "/sample.yaml")
      #expect(try ScenarioLibrary(folders: [own]).scenario(id: "sample").text == sampleFile)
    }
  }

  private func named(_ id: String) -> String { sampleFile.replacing("id: sample", with: "id: \(id)") }

  /// What the library says instead of giving the scenario `id`.
  private func complaint(of library: ScenarioLibrary, about id: String) -> String? {
    do throws(ScenarioLibraryError) {
      _ = try library.scenario(id: id)
      return nil
    } catch {
      return error.description
    }
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Runs `body` with two empty folders, and removes them.
  private func withFolders(_ body: (_ own: String, _ shipped: String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("starpace-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: root) }
    for name in ["own", "shipped"] {
      try FileManager.default.createDirectory(atPath: root + "/" + name, withIntermediateDirectories: true)
    }
    try body(root + "/own", root + "/shipped")
  }
}
