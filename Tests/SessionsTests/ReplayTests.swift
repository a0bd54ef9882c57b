import Foundation
import Interview
import Scenarios
import Sessions
import SoundFiles
import Testing

@Suite struct ReplayTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private let library = ScenarioLibrary(folders: ["\(root)/Scenarios"])

  @Test func `a take killed as it began counts as missing, and the session can be replayed`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("starpace-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var task = try TakeWriter.create(
      "\(path)/2-task.wav", sampleRate: 16_000, channelCount: 1, encoding: .int16)
    try task.append([Int16](repeating: 0, count: 8_000).span)
    try task.finish()
    let killed = try TakeWriter.create(
      "\(path)/1-situation.wav", sampleRate: 16_000, channelCount: 1, encoding: .int16)
    try killed.finish()

    let replay = try Replay(folder: path)
    let choices = Replay.Choices()
    let scenario = try replay.scenario(choices, library: library)
    let session = try replay.session(choices, scenario: scenario)
    #expect(session.takes.map(\.subject) == [.step(.task)])
    #expect(replay.isScenarioAssumed(choices) && scenario.id == Replay.defaultScenario)
  }

  @Test(arguments: [1, 6]) func `a number of files that makes no answer is refused`(count: Int) {
    #expect { try Replay(files: (0..<count).map { "\($0).wav" }) } throws: { ($0 as? SessionError)?.kind == .usage }
  }
}
