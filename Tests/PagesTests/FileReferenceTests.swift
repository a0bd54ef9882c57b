import Foundation
import Pages
import Testing

@Suite struct FileReferenceTests {
  @Test(arguments: [
    ("/a/b/1.wav", "/a/b", "1.wav"), ("/a/b/1.wav", "/a", "b/1.wav"), ("/a/1.wav", "/a/b/c", "../../1.wav"),
    ("/x/1.wav", "/a/b", "../../x/1.wav"), ("/1.wav", "/", "1.wav"), ("/a/./b/../1.wav", "/a//", "1.wav"),
    ("/../1.wav", "/a/..", "1.wav"),
  ])
  func `a file is named from the page's folder on`(path: String, folder: String, expected: String) {
    #expect(fileReference(to: path, fromPageIn: folder) == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "https:", "a#t=5", "a?b", "100 %", "\"'<>&", "ü", "\u{202E}", "..x", "a\\b", "%2e%2e", "a:b",
  ])
  func `every name is only a name, and leads to its file`(name: String) throws {
    let reference = fileReference(to: "/a/\(name)/1.wav", fromPageIn: "/a")
    #expect(
      reference.utf8.allSatisfy {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%/".utf8.contains($0)
      })
    let url = try #require(URL(string: reference, relativeTo: URL(string: "file:///a/page.html")))
    #expect(url.absoluteURL.path == "/a/\(name)/1.wav")
    #expect(url.fragment == nil && url.query == nil)
  }
}
