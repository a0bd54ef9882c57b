import Glibc
import Synchronization

/// Whether a signal asked the program to end.
private let hasReceivedSignal = Atomic(false)

/// Asks to be told of SIGINT, SIGTERM and SIGHUP instead of being ended by them: what is temporary has to go first.
package func watchForInterruption() {
  for number in [SIGINT, SIGTERM, SIGHUP] {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in hasReceivedSignal.store(true, ordering: .relaxed) }
    // Without SA_RESTART: a wait for an answer ends at once.
    sigaction(number, &action, nil)
  }
  // Where nobody reads what is shown, the writing fails, and what is temporary still goes.
  signal(SIGPIPE, SIG_IGN)
}

/// Whether one of the watched signals has come.
var isInterrupted: Bool { hasReceivedSignal.load(ordering: .relaxed) }
