import Foundation
import Reports

/// One of the standard streams, as far as it may be a terminal.
struct Terminal {
  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Whether a person is likely to see what is written, rather than a file or a pipe.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether it can be drawn over, which a terminal that calls itself dumb cannot.
  var canBeDrawnOn: Bool { isTerminal && ProcessInfo.processInfo.environment["TERM"] != "dumb" }

  /// Its columns; 80 where it is no terminal and `COLUMNS` does not say.
  private var width: Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }

  /// How text may look there; colours only on a terminal where nothing forbids them (no-color.org).
  func style(noColor: Bool) -> Style {
    let environment = ProcessInfo.processInfo.environment
    let forbidden = noColor || environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
    return Style(width: width, isColoured: isTerminal && !forbidden)
  }
}
