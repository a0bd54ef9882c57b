/// Notices that the machine slept where no error tells of it: a sound server wakes up and goes on as if nothing was.
struct SleepWatch: Sendable {
  /// A difference that counts. Our own choice: no machine sleeps shorter, and two clocks read one after the other
  /// differ by far less.
  static let shortestSleep: Duration = .milliseconds(250)

  /// How far the clock that goes on during sleep is ahead of the one that stands still.
  private let lead: @Sendable () -> Duration
  private var usualLead: Duration

  /// A watch from now on; `lead` reads the clocks.
  init(lead: @escaping @Sendable () -> Duration = SleepWatch.leadOfClocks) {
    self.lead = lead
    usualLead = lead()
  }

  /// How long the machine slept since the last look, if it did.
  mutating func slept() -> Duration? {
    let now = lead()
    let slept = now - usualLead
    usualLead = now
    return slept >= Self.shortestSleep ? slept : nil
  }

  /// The clocks' origins have no meaning, only the growth of their difference has.
  static func leadOfClocks() -> Duration {
    continuousOrigin.duration(to: .now) - suspendingOrigin.duration(to: .now)
  }

  private static let continuousOrigin = ContinuousClock.now
  private static let suspendingOrigin = SuspendingClock.now
}
