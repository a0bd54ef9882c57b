import Foundation
import Testing

@Suite struct ReadmeTests {
  /// `STARPACE_RECORD_SNAPSHOTS=1 swift test --filter ReadmeTests` writes the transcript anew.
  @Test func `the transcript in the README is what the program prints`() async throws {
    let path = "\(checkout)/README.md"
    let readme = try String(contentsOfFile: path, encoding: .utf8)
    let prompt = "```console\n$ starpace "
    let start = try #require(readme.range(of: prompt)).upperBound
    let end = try #require(readme.range(of: "\n```", range: start..<readme.endIndex)).lowerBound
    let shown = readme[start..<end].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let arguments = shown[0].split(separator: " ").map(String.init)
    let run = try await Machine().run(arguments, folder: checkout)
    #expect(run.status == 0 && run.errors == "")
    if ProcessInfo.processInfo.environment["STARPACE_RECORD_SNAPSHOTS"] != nil {
      let command = "\(shown[0])\n\(run.output)".dropLast()
      try readme.replacingCharacters(in: start..<end, with: command)
        .write(toFile: path, atomically: true, encoding: .utf8)
    } else {
      #expect(run.output == shown[1] + "\n")
    }
  }
}
