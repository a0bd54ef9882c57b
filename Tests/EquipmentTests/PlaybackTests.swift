import Capture
import Equipment
import Foundation
import SoundFiles
import Testing
import VirtualMicrophoneSupport

extension OnSoftwareDevices {
  @Suite final class PlaybackTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "playback-\(UUID().uuidString)")
    private var take: String { folder.appending(path: "take.wav").path }
    private var played: String { folder.appending(path: "played").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }

    /// No two frames near each other are alike.
    private let samples = (0..<48_000).map { Int16(truncatingIfNeeded: $0 &* 7_919) }

    /// Runs `body` on a machine with a loudspeaker and a take of one second; what was played, as frames of two.
    private func heard(_ body: () throws -> Void) throws -> [Int16] {
      var writer = try TakeWriter.create(take, sampleRate: 48_000, channelCount: 1, encoding: .int16)
      let samples = samples
      try writer.append(samples.span)
      try writer.finish()
      let machine = try VirtualMicrophone.loudspeaker(writing: played)
      machine.plugIn()
      defer { machine.unplug() }
      try body()
      let bytes = try Data(contentsOf: URL(fileURLWithPath: played))
      return bytes.withUnsafeBytes { $0.bindMemory(to: Int16.self).map { Int16(littleEndian: $0) } }
    }

    private func twice(_ samples: some Sequence<Int16>) -> [Int16] { samples.flatMap { [$0, $0] } }

    @Test func `a take is played bit for bit, and progress runs to its end`() throws {
      var places: [Double] = []
      let heard = try heard {
        let isComplete = try play(take) {
          false
        } progress: { seconds, duration in
          places.append(seconds)
          #expect(duration == 1)
        }
        #expect(isComplete)
      }
      #expect(heard == twice(samples))
      #expect(places.first == 0 && places == places.sorted() && places.last ?? 0 >= 0.9)
    }

    @Test func `a take is played from any of its samples`() throws {
      let heard = try heard {
        let isComplete = try play(take, from: 12_345.0 / 48_000)
        #expect(isComplete)
      }
      #expect(heard == twice(samples.dropFirst(12_345)))
    }

    @Test func `a stop ends it at once`() throws {
      var asked = 0
      let heard = try heard {
        let isComplete = try play(take) {
          asked += 1
          return asked > 3
        }
        #expect(!isComplete)
      }
      #expect(!heard.isEmpty && heard.count <= 2 * 3 * 2_400)
      #expect(heard == twice(samples.prefix(heard.count / 2)))
    }

    @Test func `what cannot be played says why`() throws {
      _ = try heard {
        #expect(throws: PlaybackError.startsPastEnd(take, start: 1, duration: 1)) { try play(take, from: 1) }
        #expect(throws: PlaybackError.noSuchDevice("hw:7")) { try play(take, device: "hw:7") }
        #expect { try play(take + ".gone") } throws: { ($0 as? SoundFileError)?.kind == .noSuchFile }
        _ = try play(take)
      }
      let silent = try VirtualMicrophone.none()
      silent.plugIn()
      defer { silent.unplug() }
      #expect(throws: PlaybackError.noDevice) { try play(take) }
    }
  }
}
