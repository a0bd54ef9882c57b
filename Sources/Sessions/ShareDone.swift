import Synchronization

/// The shares of several jobs, added up for one progress line.
final class ShareDone: Sendable {
  private let shares: Mutex<[Double]>
  private let report: @Sendable (Double) -> Void

  init(of count: Int, report: @escaping @Sendable (Double) -> Void) {
    shares = Mutex([Double](repeating: 0, count: count))
    self.report = report
  }

  /// Notes that `share` (0...1) of job `index` is done.
  func update(_ index: Int, _ share: Double) {
    let mean = shares.withLock { shares in
      shares[index] = share
      return shares.reduce(0, +) / Double(shares.count)
    }
    report(mean)
  }
}
