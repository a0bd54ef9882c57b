import Capture
import Equipment
import Foundation
import Glibc
import Interruption
import Reports
import SoundFiles

/// How playing came to its end.
package enum PlaybackEnding: Sendable {
  case complete
  /// By the key q.
  case stopped
  /// By a signal.
  case interrupted
}

/// Plays sound files one after the other, the first from `start` (seconds), with a line that tells where it is.
///
/// On a terminal `q` stops at once, and so does a signal anywhere.
/// - Throws: what `play` throws.
package func playAtTerminal(
  _ paths: [String], from start: Double, device: String, console: Console
) throws -> PlaybackEnding {
  watchForInterruption(onWholeScreen: true)
  let keyboard = Keyboard()
  // What is piped in is not meant for this, and its end is not a key.
  let hasKeys = isatty(STDIN_FILENO) == 1
  var ending = PlaybackEnding.complete
  for (index, path) in paths.enumerated() {
    let name = (path as NSString).lastPathComponent
    defer { console.endDrawing() }
    let isComplete = try play(path, from: index == 0 ? start : 0, device: device) {
      if isInterrupted { ending = .interrupted }
      if hasKeys, case .quit? = keyboard.key(within: 0) { ending = .stopped }
      return ending != .complete
    } progress: { seconds, duration in
      console.draw("\(name)  \(clock(seconds))\(duration.map { " of \(clock($0))" } ?? "")  q stops")
    }
    guard isComplete, ending == .complete else { break }
  }
  return ending
}
