import Foundation

/// How far a software microphone was heard by the program, as `VirtualMicrophone.h` says of VMIC_LOG.
struct MicrophoneLog {
  private let path: String

  init(in folder: TemporaryFolder) { path = "\(folder.path)/microphone.log" }

  /// What makes the microphone write it.
  var environment: [String: String] { ["VMIC_LOG": path] }

  /// The frames that were handed over, paused or not.
  var frameCount: Int {
    guard let log = try? bytes(of: path), log.count == MemoryLayout<UInt64>.size else { return 0 }
    return log.withUnsafeBytes { Int($0.loadUnaligned(as: UInt64.self)) }
  }

  /// Waits until `count` more frames were handed over.
  func wait(forFurther count: Int) async throws {
    let goal = frameCount + count
    let deadline = ContinuousClock.now + .seconds(30)
    while frameCount < goal {
      guard .now < deadline else { throw ChildProcess.Failure(description: "the microphone is not read") }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}
