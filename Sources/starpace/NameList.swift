import ArgumentParser
import Foundation
import Synchronization

/// How a list of names is read and worked on.
struct ListOptions: ParsableArguments {
  @Flag(
    name: [.customShort("0"), .long],
    help: "Names from standard input end with a zero byte, as of find -print0, instead of a line's end.")
  var null = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("How many are measured at the same time (default: one for each core).", valueName: "count"))
  var jobs: Int?

  mutating func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024.") }
  }

  /// How many are measured at the same time.
  var atOnce: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}

/// Names of what is to be measured: those of the command line, then those of standard input, as they come.
final class NameList: Sendable {
  private struct State {
    var waiting: ArraySlice<String>
    /// What was read of standard input and not given out; `nil` where that is not read, or at its end.
    var unread: [UInt8]?
  }

  private let state: Mutex<State>
  private let ending: UInt8

  /// The names in `arguments`, and those on standard input where that is wanted.
  init(_ arguments: [String], readsInput: Bool, null: Bool) {
    state = Mutex(State(waiting: arguments[...], unread: readsInput ? [] : nil))
    ending = null ? 0 : UInt8(ascii: "\n")
  }

  /// The next name, as soon as it is there; `nil` when there are no more. Empty ones are passed over.
  func next() -> String? {
    state.withLock { state in
      if let name = state.waiting.popFirst() { return name }
      while let name = nextOfInput(&state.unread) {
        if !name.isEmpty { return name }
      }
      return nil
    }
  }

  /// The next name on standard input, which may be empty; a line may end as on Windows, the last need not end.
  private func nextOfInput(_ unread: inout [UInt8]?) -> String? {
    guard var bytes = unread else { return nil }
    var searched = 0
    while true {
      if let end = bytes[searched...].firstIndex(of: ending) {
        unread = Array(bytes[(end + 1)...])
        return name(bytes[..<end])
      }
      searched = bytes.count
      let more = Self.readInput()
      guard !more.isEmpty else {
        unread = nil
        return bytes.isEmpty ? nil : name(bytes[...])
      }
      bytes += more
    }
  }

  private func name(_ bytes: ArraySlice<UInt8>) -> String {
    let isOfWindows = ending != 0 && bytes.last == UInt8(ascii: "\r")
    return String(decoding: isOfWindows ? bytes.dropLast() : bytes, as: UTF8.self)
  }

  /// What there is on standard input, at least a byte; nothing at its end.
  ///
  /// Not by stdio: it would hold a lock while it waits for the next name, and a write would wait for that.
  private static func readInput() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
      var result = 0
      repeat { result = read(STDIN_FILENO, buffer.baseAddress, buffer.count) } while result < 0 && errno == EINTR
      count = max(0, result)
    }
  }
}
