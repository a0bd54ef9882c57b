import Foundation
import Glibc
import VirtualMicrophoneSupport

/// A loudspeaker of 48 kHz, 16 bits and two channels that plays into a pipe: what nobody listens to holds it up.
///
/// So a test, not the clock, says how long playing takes. The pipe holds less than a tenth of a second.
final class LoudspeakerPipe {
  /// The bytes that may have been played and not heard yet; not the least that Linux allows, a page, of which a busy
  /// machine takes long to pass on a second.
  static let capacity = 16_384

  private let folder: TemporaryFolder
  private let listener: Int32

  init() throws {
    folder = try TemporaryFolder()
    let path = "\(folder.path)/played"
    listener = mkfifo(path, 0o600) == 0 ? open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC) : -1
    guard fcntl(listener, setPipeSize, Int32(Self.capacity)) == Self.capacity else {
      throw ChildProcess.Failure(description: "no pipe to play into: error \(errno)")
    }
  }

  deinit { close(listener) }

  /// For the machine that has the loudspeaker.
  var configuration: String { VirtualMicrophone.loudspeakerConfiguration(writing: "\(folder.path)/played") }

  /// What was played and not listened to yet, a pipe full at most; nothing where nothing was.
  func listen() -> Data {
    var block = [UInt8](repeating: 0, count: Self.capacity)
    let count = read(listener, &block, block.count)
    return Data(block.prefix(max(0, count)))
  }

  /// Listens until `isOver` and nothing is left, `hear` getting each piece; returns all that was played.
  func listen(until isOver: () -> Bool, hearing hear: (Data) -> Void = { _ in }) async throws -> Data {
    var heard = Data()
    while true {
      // Asked first: what was played until then is in the pipe.
      let isLast = isOver()
      let sound = listen()
      heard += sound
      hear(sound)
      if sound.isEmpty {
        if isLast { return heard }
        try await Task.sleep(for: .milliseconds(2))
      }
    }
  }

  /// Waits until something is played; more than the pipe holds is held up until somebody listens.
  func waitForSound() async throws {
    var input = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
    let deadline = ContinuousClock.now + .seconds(30)
    while poll(&input, 1, 0) == 0 {
      guard .now < deadline else { throw ChildProcess.Failure(description: "nothing is played") }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// The channels of what was played.
  static func channels(of played: Data) -> (left: [Int16], right: [Int16]) {
    let both = played.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
    func channel(_ index: Int) -> [Int16] { stride(from: index, to: both.count, by: 2).map { both[$0] } }
    return (channel(0), channel(1))
  }
}

/// F_SETPIPE_SZ of Linux's fcntl.h, behind a feature macro that Swift does not set.
private let setPipeSize: Int32 = 1031
