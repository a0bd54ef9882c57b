package import Testing

/// Tests that wait without giving their thread back: not on the threads of all other tests.
package struct WaitingTests: TestTrait, SuiteTrait, TestScoping {
  /// Whether such a test plugs a device into this process, and has to be the only one that does.
  fileprivate let plugsDevicesIn: Bool

  package var isRecursive: Bool { true }

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    if plugsDevicesIn { await Turns.atDevices.begin() }
    do {
      try await withTaskExecutorPreference(ThreadsForWaiting.shared) { try await function() }
    } catch {
      if plugsDevicesIn { await Turns.atDevices.end() }
      throw error
    }
    if plugsDevicesIn { await Turns.atDevices.end() }
  }
}

extension Trait where Self == WaitingTests {
  /// The test waits for programs or the clock on a thread of its own.
  package static var waiting: Self { WaitingTests(plugsDevicesIn: false) }

  /// The test plugs devices into this process, by its environment: one at a time, also among suites and targets.
  package static var pluggingDevicesIn: Self { WaitingTests(plugsDevicesIn: true) }
}

/// Turns that tests take, first come, first served.
private actor Turns {
  static let atDevices = Turns()

  private var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func begin() async {
    guard isTaken else {
      isTaken = true
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func end() {
    if waiting.isEmpty {
      isTaken = false
    } else {
      waiting.removeFirst().resume()
    }
  }
}
