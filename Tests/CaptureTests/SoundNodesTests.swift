import Foundation
import Testing

@testable import Capture

struct SoundNodesTests {
  @Test func `no folder means no cards and no prohibition`() {
    let nodes = SoundNodes(in: "/nonexistent")
    #expect(!nodes.areForbidden && !nodes.haveInput)
  }

  @Test func `a card that only plays has no input`() throws {
    try withNodes(["controlC0", "pcmC0D0p", "timer"]) { folder in
      let nodes = SoundNodes(in: folder)
      #expect(!nodes.areForbidden && !nodes.haveInput)
    }
  }

  @Test func `a capture node is an input`() throws {
    try withNodes(["controlC0", "pcmC0D0p", "pcmC0D0c"]) { folder in
      #expect(SoundNodes(in: folder).haveInput)
    }
  }

  @Test func `a node that may not be opened is told from a missing one`() async {
    await #expect(processExitsWith: .success) {
      try withNodes(["controlC0", "pcmC0D0c"], mode: 0) { folder in
        // Nothing is forbidden to root: the user "nobody" looks, and root cleans up.
        if geteuid() == 0 { setreuid(65_534, 0) }
        #expect(SoundNodes(in: folder).areForbidden)
      }
    }
  }
}

private func withNodes(_ names: [String], mode: Int = 0o600, _ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sound-nodes-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for name in names {
    let path = folder.appending(path: name).path
    try Data().write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }
  try body(folder.path)
}
