import Foundation
import Glibc
import Synchronization

/// A program at a terminal that a test reads and types on.
final class PseudoTerminal: Sendable {
  private let program: ChildProcess
  private let ours: Int32
  /// Kept open by us too, so that the terminal and its settings outlive the program.
  private let theirs: Int32
  private let settingsBefore: Settings
  private let received = Mutex(Data())
  private let place = Mutex(0)
  private let isHungUp = Atomic(false)

  /// What a program may have changed about a terminal.
  struct Settings: Equatable {
    let input, output, control, local: tcflag_t
  }

  /// The text that was waited for did not come.
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// Opens a terminal and starts at it what `start` makes of its device.
  init(rows: UInt16, columns: UInt16, start: (_ device: String) throws -> ChildProcess) throws {
    var (ours, theirs) = (Int32(-1), Int32(-1))
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ours, &theirs, &name, nil, &size) == 0 else {
      throw Missing(description: "no terminal: error \(errno)")
    }
    for descriptor in [ours, theirs] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    settingsBefore = Self.settings(of: theirs)
    let device = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    program = try start(device)
    (self.ours, self.theirs) = (ours, theirs)
    Thread.detachNewThread { [ours, weak self] in
      var block = [UInt8](repeating: 0, count: 4096)
      while let terminal = self, !terminal.isHungUp.load(ordering: .relaxed) {
        var input = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
        guard poll(&input, 1, 20) > 0 else { continue }
        let count = Glibc.read(ours, &block, block.count)
        guard count > 0 else { break }
        terminal.received.withLock { $0.append(contentsOf: block[..<count]) }
      }
      close(ours)
    }
  }

  // The thread finds the terminal gone, and closes our side.
  deinit { close(theirs) }

  /// Closes the terminal's window: the program gets SIGHUP, and nothing it writes there arrives.
  func hangUp() { isHungUp.store(true, ordering: .relaxed) }

  /// Everything so far, without colours and other escape sequences; each drawn line of a screen begins a new one.
  var text: String {
    let text = received.withLock { String(decoding: $0, as: UTF8.self) }
    return text.replacing(/\u{1B}\[(\d+;1H|\?1049[hl])/, with: "\n").replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
      .replacing("\r\n", with: "\n")
  }

  /// Whether anything was coloured or made bold.
  var hasColours: Bool {
    received.withLock { String(decoding: $0, as: UTF8.self).contains(/\u{1B}\[[0-9;]*m/) }
  }

  /// The screen as it was last drawn, line by line; empty where the program draws none.
  var screen: [String] {
    let text = received.withLock { String(decoding: $0, as: UTF8.self) }
    var lines: [Int: String] = [:]
    for match in text.matches(of: /\u{1B}\[(\d+);1H([^\u{1B}]*(?:\u{1B}\[[0-9;]*m[^\u{1B}]*)*)/) {
      lines[Int(match.1) ?? 0] = String(match.2).replacing(/\u{1B}\[[0-9;]*m/, with: "")
    }
    return (1...max(1, lines.keys.max() ?? 1)).map { lines[$0] ?? "" }
  }

  /// Whether the program shows a screen of its own and has not yet given back what was there before.
  var isOnOwnScreen: Bool {
    let text = received.withLock { String(decoding: $0, as: UTF8.self) }
    let (last, end) = (text.ranges(of: "\u{1B}[?1049h").last, text.ranges(of: "\u{1B}[?1049l").last)
    guard let last else { return false }
    return end.map { $0.lowerBound < last.lowerBound } ?? true
  }

  /// Changes the terminal's size, as a person who drags its window does.
  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(ours, UInt(TIOCSWINSZ), &size)
  }

  /// Types `keys`.
  func send(_ keys: String) {
    _ = Array(keys.utf8).withUnsafeBytes { write(ours, $0.baseAddress, $0.count) }
  }

  func send(signal: Int32) { program.send(signal: signal) }

  /// Waits until `words` stand in what came after the words last waited for.
  func wait(for words: String, within limit: Duration = .seconds(30)) async throws {
    let deadline = ContinuousClock.now + limit
    while true {
      let text = Data(text.utf8)
      if let found = text.range(of: Data(words.utf8), in: place.withLock { $0 }..<text.count) {
        place.withLock { $0 = found.upperBound }
        return
      }
      guard .now < deadline else {
        throw Missing(description: "no “\(words)” within \(limit) after:\n\(self.text)")
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// The program's exit code, once it ended.
  func exitStatus() async throws -> Int32 {
    let status = try await program.exitStatus(within: .seconds(30))
    // What it wrote last may still be on its way to the reading thread.
    try await Task.sleep(for: .milliseconds(50))
    return status
  }

  /// Whether the terminal is set as it was before the program started.
  var isRestored: Bool { Self.settings(of: theirs) == settingsBefore && !isOnOwnScreen }

  private static func settings(of descriptor: Int32) -> Settings {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    return Settings(
      input: settings.c_iflag, output: settings.c_oflag, control: settings.c_cflag, local: settings.c_lflag)
  }
}
