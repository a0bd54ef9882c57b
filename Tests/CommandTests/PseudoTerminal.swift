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
  private let drawn: Mutex<DrawnTerminal>
  /// Where in the transcript the words last waited for end.
  private let place = Mutex(0)
  private let isHungUp = Atomic(false)
  /// The screens that are waited for, one after the other.
  private let awaited = Mutex(AwaitedScreens())

  /// A screen at the moment at which `words` stand on it, and what is typed then.
  struct Moment {
    let words: String
    var keys = ""
  }

  private struct AwaitedScreens {
    var moments: [Moment] = []
    var screens: [[String]] = []
    /// Whether the words of the next moment stand there, and the program is stopped.
    var isHere = false

    var next: Moment? { screens.count < moments.count ? moments[screens.count] : nil }
  }

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
    drawn = Mutex(DrawnTerminal(rows: Int(rows), columns: Int(columns)))
    let device = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    program = try start(device)
    (self.ours, self.theirs) = (ours, theirs)
    Thread.detachNewThread { [ours, weak self] in
      var block = [UInt8](repeating: 0, count: 4096)
      while let terminal = self, !terminal.isHungUp.load(ordering: .relaxed) {
        var input = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
        guard poll(&input, 1, 20) > 0 else {
          terminal.takeScreen()
          continue
        }
        let count = Glibc.read(ours, &block, block.count)
        guard count > 0 else { break }
        terminal.drawn.withLock { $0.write(block[..<count]) }
        terminal.stopAtNextMoment()
      }
      close(ours)
    }
  }

  // The thread finds the terminal gone, and closes our side.
  deinit { close(theirs) }

  /// Closes the terminal's window: the program gets SIGHUP, and nothing it writes there arrives.
  func hangUp() { isHungUp.store(true, ordering: .relaxed) }

  /// Everything so far, without colours and other escape sequences; each drawn line of a screen begins a new one.
  var text: String { drawn.withLock { String(decoding: $0.transcript, as: UTF8.self) } }

  /// Whether anything was coloured or made bold.
  var hasColours: Bool { drawn.withLock { $0.hasColours } }

  /// How often the bell rang.
  var bellCount: Int { drawn.withLock { $0.bellCount } }

  /// The rows of the screen as a person sees them now.
  var screen: [String] { drawn.withLock { $0.screen } }

  /// Whether the program shows a screen of its own and has not yet given back what was there before.
  var isOnOwnScreen: Bool { drawn.withLock { $0.isOnOwnScreen } }

  /// Changes the terminal's size, as a person who drags its window does.
  func resize(rows: UInt16, columns: UInt16) {
    drawn.withLock { $0.resize(rows: Int(rows), columns: Int(columns)) }
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(ours, UInt(TIOCSWINSZ), &size)
  }

  /// Types `keys`.
  func send(_ keys: String) {
    _ = Array(keys.utf8).withUnsafeBytes { write(ours, $0.baseAddress, $0.count) }
  }

  /// The program's process.
  var id: pid_t { program.id }

  func send(signal: Int32) { program.send(signal: signal) }

  /// Waits until `words` stand in what came after the words last waited for.
  func wait(for words: String, within limit: Duration = .seconds(120)) async throws {
    try await wait(forAnyOf: [words], within: limit)
  }

  /// Waits until one of `choices`, all of one length, stands in what came after the words last waited for.
  func wait(forAnyOf choices: [String], within limit: Duration = .seconds(120)) async throws {
    let deadline = ContinuousClock.now + limit
    let sought = choices.map { Array($0.utf8) }
    var start = place.withLock { $0 }
    while true {
      let (end, next) = drawn.withLock { endOfFirst(sought, in: $0.transcript, from: start) }
      if let end {
        place.withLock { $0 = end }
        return
      }
      start = next
      guard .now < deadline else { throw Missing(description: "no “\(choices[0])” within \(limit); \(account)") }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Waits until a running take tells `seconds` or more since its first word, up to ten; a busy machine leaves some out.
  func wait(forSeconds seconds: Int, after words: String = "") async throws {
    try await wait(forAnyOf: (seconds...9).map { "\(words)0:0\($0) of " })
  }

  /// The screens at the first moments at which these words stand on them, one after the other.
  ///
  /// The program is stopped at each for as long as it takes to read what it had drawn, and to type: nothing moves on
  /// meanwhile, and how late this test comes does not matter.
  func screens(at moments: [Moment], within limit: Duration = .seconds(120)) async throws -> [[String]] {
    awaited.withLock { $0 = AwaitedScreens(moments: moments) }
    // The first may be there already.
    stopAtNextMoment()
    let deadline = ContinuousClock.now + limit
    while true {
      let (screens, missing) = awaited.withLock { ($0.screens, $0.next?.words) }
      guard let missing else { return screens }
      guard .now < deadline else { throw Missing(description: "no “\(missing)” within \(limit); \(account)") }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  private func stopAtNextMoment() {
    awaited.withLock { awaited in
      guard let next = awaited.next, !awaited.isHere, screen.contains(where: { $0.contains(next.words) }) else {
        return
      }
      program.send(signal: SIGSTOP)
      awaited.isHere = true
    }
  }

  /// Called where nothing more comes for a fiftieth of a second.
  private func takeScreen() {
    awaited.withLock { awaited in
      guard let next = awaited.next, awaited.isHere else { return }
      awaited.screens.append(screen)
      awaited.isHere = false
      send(next.keys)
      program.send(signal: SIGCONT)
    }
    // What is typed may change nothing of the screen that is waited for next.
    stopAtNextMoment()
  }

  /// The program's exit code, once it ended.
  func exitStatus() async throws -> Int32 {
    do {
      let status = try await program.exitStatus(within: .seconds(30))
      // What it wrote last may still be on its way to the reading thread.
      try await Task.sleep(for: .milliseconds(50))
      return status
    } catch let failure as ChildProcess.Failure {
      throw Missing(description: "\(failure); \(account)")
    }
  }

  /// What stands on the screen, in one line: a log keeps the lines of its failures.
  private var account: String {
    "the screen: "
      + screen.filter { !$0.isEmpty }.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ⏎ ")
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

/// Where the first of `sought`, all of one length, in `bytes` from `start` on ends, and from where to look on where none
/// is there yet.
private func endOfFirst(_ sought: [[UInt8]], in bytes: [UInt8], from start: Int) -> (end: Int?, next: Int) {
  let (first, count) = (sought[0][0], sought[0].count)
  var start = start
  while start + count <= bytes.count {
    if bytes[start] == first, sought.contains(where: { bytes[start..<(start + count)].elementsEqual($0) }) {
      return (start + count, start)
    }
    start += 1
  }
  return (nil, start)
}
