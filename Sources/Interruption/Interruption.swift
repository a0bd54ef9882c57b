import Glibc
import Synchronization

/// Whether a signal has asked the program to end.
private let hasReceivedSignal = Atomic(false)

/// Asks to be told of SIGINT, SIGTERM and SIGHUP instead of being ended by them: a take has to be finished first, and
/// what is temporary has to go.
///
/// A program that draws on the whole screen is not stopped by Ctrl-Z either, which would leave the screen as it is.
package func watchForInterruption(onWholeScreen: Bool = false) {
  for number in [SIGINT, SIGTERM, SIGHUP] {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in hasReceivedSignal.store(true, ordering: .relaxed) }
    // Without SA_RESTART: a wait for a key or an answer ends at once.
    sigaction(number, &action, nil)
  }
  if onWholeScreen { signal(SIGTSTP, SIG_IGN) }
  // Where nobody reads what is shown (`2>&1 | head`), it is not shown; the work goes on.
  signal(SIGPIPE, SIG_IGN)
}

/// Whether one of the watched signals has come.
package var isInterrupted: Bool { hasReceivedSignal.load(ordering: .relaxed) }
