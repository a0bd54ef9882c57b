import Foundation
import Interview
import Scenarios
import Sessions
import SoundFiles
import SpeechTiming
import Testing

@Suite struct TakeSoundTests {
  private static let audio =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Audio/owned-failure-typical-faults"

  private func take(_ file: String, offset: Double = 0, path: String? = nil) throws -> Take {
    let measured = try measure(path ?? "\(Self.audio)/\(file)", spans: [(offset, offset == 0 ? nil : offset + 4)])
    return Take(
      subject: .step(.result), file: file, offset: offset, timing: try #require(measured.spans.first).timing)
  }

  @Test func `a take of a session has its curves and its file`() throws {
    let sound = try #require(sounds(of: [take("4-result.flac")], in: Self.audio).first)
    #expect(sound.audio == .file(path: "\(Self.audio)/4-result.flac"))
    #expect(try #require(sound.curves).pitch.contains { $0 > 100 })
  }

  @Test func `takes in one file are told apart by where they lie in it`() throws {
    let path = "\(Self.audio)/3-action.flac"
    let parts = try [take(path, path: path), take(path, offset: 10, path: path), take(path, offset: 20, path: path)]
    let heard = try sounds(of: parts, in: nil)
    #expect(heard.map(\.audio) == Array(repeating: .file(path: path), count: 3))
    #expect(heard[1].curves != heard[2].curves)
    let alone = try sounds(of: [parts[2]], in: nil)
    #expect(alone == [heard[2]])
  }

  @Test func `embedded sound is the take's alone`() throws {
    let path = "\(Self.audio)/3-action.flac"
    let parts = try [take(path, offset: 10, path: path), take("4-result.flac")]
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).ogg")
    defer { try? FileManager.default.removeItem(at: file) }
    let heard = try sounds(of: [parts[0]], in: nil, embedsAudio: true)
    guard case .embedded(let bytes, "audio/ogg") = heard.first?.audio else { return #expect(Bool(false)) }
    try Data(bytes).write(to: file)
    #expect(abs(try measure(file.path).duration - 4) < 0.05)
    #expect(try sounds(of: [parts[0]], in: nil, embedsAudio: true) == heard)
  }

  @Test(arguments: ["6-gone.wav", "../owned-failure-close-to-target/4-result.flac", "/etc/hostname", "..", ""])
  func `what is gone, or lies outside of the session, is unreadable and no error`(file: String) throws {
    var other = try take("4-result.flac")
    other.file = file
    #expect(try sounds(of: [other], in: Self.audio) == [TakeSound(curves: nil, audio: .unreadable)])
  }

  @Test(arguments: [-3.0, 1e200, 5000]) func `an offset that lies nowhere does no harm`(offset: Double) throws {
    var other = try take("4-result.flac")
    other.offset = offset
    #expect(try sounds(of: [other], in: Self.audio).count == 1)
  }

  @Test func `the order is that of the takes`() throws {
    let takes = try ["4-result.flac", "1-situation.flac", "5-reflection.flac"].map { try take($0) }
    #expect(
      try sounds(of: takes, in: Self.audio).map(\.audio) == takes.map { .file(path: "\(Self.audio)/\($0.file)") })
  }
}
