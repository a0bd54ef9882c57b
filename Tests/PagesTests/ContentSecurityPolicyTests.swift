import Foundation
import Testing

@testable import Pages

@Suite struct ContentSecurityPolicyTests {
  /// What sha256sum says of `bytes`, in base64.
  private func hash(of bytes: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = [file.path]
    process.standardOutput = output
    try process.run()
    let line = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let digits = Array(line.prefix(64))
    let digest = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    try #require(digest.count == 32)
    return Data(digest).base64EncodedString()
  }

  @Test func `the hashes are those of the style sheet and the script`() throws {
    let style = try hash(of: PackageResources.page_css)
    let script = try hash(of: PackageResources.page_js)
    #expect(ContentSecurityPolicy.styleHash == style, "write \(style) into styleHash")
    #expect(ContentSecurityPolicy.scriptHash == script, "write \(script) into scriptHash")
  }

  @Test func `a page holds both as the hashes say, to the byte`() throws {
    let html = try BuiltPage().html()
    let style = try #require(html.firstMatch(of: /<style>(.*?)<\/style>/.dotMatchesNewlines()))
    let script = try #require(html.firstMatch(of: /<script>(.*?)<\/script>/.dotMatchesNewlines()))
    #expect(Array(style.1.utf8) == PackageResources.page_css)
    #expect(Array(script.1.utf8) == PackageResources.page_js)
  }

  @Test func `nothing is allowed that is not named`() {
    for sound in [ContentSecurityPolicy.Sound.none, .files, .embedded] {
      let policy = ContentSecurityPolicy(sound: sound).value
      #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
      #expect(policy.hasSuffix("base-uri 'none'; form-action 'none'"))
      #expect(!policy.contains("unsafe") && !policy.contains("*"))
    }
    #expect(ContentSecurityPolicy(sound: .files).value.contains("; media-src 'self' file:;"))
    #expect(ContentSecurityPolicy(sound: .embedded).value.contains("; media-src data:;"))
    #expect(!ContentSecurityPolicy(sound: .none).value.contains("media-src"))
  }
}
