import Foundation
import Synchronization

/// A line on standard error that says how far the work is, for work that takes more than a second.
final class Progress: Sendable {
  private let title: String
  private let isShown: Bool
  private let began = ContinuousClock.now
  private let lastPercent = Mutex(-1)

  /// A line that begins with `title`.
  init(_ title: String = "Measuring", isShown: Bool) {
    self.title = title
    self.isShown = isShown
  }

  /// Shows that `share` (0...1) is done.
  func show(_ share: Double) {
    guard isShown, began.duration(to: .now) > .seconds(1) else { return }
    let percent = Int(share * 100)
    let isNews = lastPercent.withLock { last in
      defer { last = max(last, percent) }
      return percent > last
    }
    if isNews {
      try? FileHandle.standardError.write(contentsOf: Data("\r\(title): \(percent) %\u{1B}[K".utf8))
    }
  }

  /// Takes the line away.
  func clear() {
    guard lastPercent.withLock({ $0 >= 0 }) else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
  }
}
