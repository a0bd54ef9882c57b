import Foundation
import Glibc

/// A program that is steered by keys, at a terminal of 80 columns and 24 rows or through pipes, and read meanwhile.
struct SteeredProgram: ~Copyable {
  private let child: RunningChild
  private let keys: Int32
  private let output: Int32
  /// What it wrote since the words that were last waited for.
  private var unread = Data()

  /// Starts `command`; what it writes to its standard output and error comes together.
  init(_ command: [String], atTerminal: Bool) throws {
    // Ours, and the program's own.
    var (ours, theirs) = ([Int32](), [Int32]())
    if atTerminal {
      var (here, there) = (Int32(-1), Int32(-1))
      var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
      openpty(&here, &there, nil, nil, &size)
      (ours, theirs) = ([here, here], [there, there])
    } else {
      var (toProgram, fromProgram) = ([Int32](repeating: -1, count: 2), [Int32](repeating: -1, count: 2))
      pipe(&toProgram)
      pipe(&fromProgram)
      (ours, theirs) = ([toProgram[1], fromProgram[0]], [toProgram[0], fromProgram[1]])
    }
    defer { Set(theirs).forEach { close($0) } }
    for descriptor in ours + theirs { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    (keys, output) = (ours[0], ours[1])
    child = try RunningChild(command) { actions in
      posix_spawn_file_actions_adddup2(&actions, theirs[0], STDIN_FILENO)
      posix_spawn_file_actions_adddup2(&actions, theirs[1], STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, theirs[1], STDERR_FILENO)
    }
  }

  /// Seconds of processor time that it has used until now.
  var seconds: Double { child.seconds }

  /// Types `key`.
  func press(_ key: String) { _ = Array(key.utf8).withUnsafeBytes { write(keys, $0.baseAddress, $0.count) } }

  /// Reads until `words` come.
  mutating func wait(for words: String) throws {
    let words = Data(words.utf8)
    while true {
      if let found = unread.range(of: words) {
        unread = Data(unread[found.upperBound...])
        return
      }
      guard read(within: 30_000) else { throw Silence(words: String(decoding: words, as: UTF8.self)) }
    }
  }

  /// Lets it run for so long, and forgets what it writes meanwhile.
  mutating func run(seconds: Double) {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while .now < deadline {
      _ = read(within: Int32((deadline - .now) / .milliseconds(1)) + 1)
      unread.removeAll()
    }
  }

  /// Waits for its end.
  consuming func end() throws -> Child {
    while read(within: 30_000) {}
    defer { Set([keys, output]).forEach { close($0) } }
    return try child.end()
  }

  /// Reads what there is; false at the end, or where nothing comes.
  private mutating func read(within milliseconds: Int32) -> Bool {
    var input = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, milliseconds) > 0 else { return false }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(output, &block, block.count)
    unread.append(contentsOf: block.prefix(max(0, count)))
    return count > 0
  }

  /// What was waited for did not come.
  private struct Silence: Error, CustomStringConvertible {
    var words: String
    var description: String { "The program does not write “\(words)”." }
  }
}
