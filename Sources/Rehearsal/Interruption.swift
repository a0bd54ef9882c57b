import Glibc
import Synchronization

/// The signal that asked the program to end, 0 as long as none has.
private let receivedSignal = Atomic<Int32>(0)

/// Asks to be told of SIGINT, SIGTERM and SIGHUP instead of being ended by them: a take has to be finished first.
func watchForInterruption() {
  for number in [SIGINT, SIGTERM, SIGHUP] {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { receivedSignal.store($0, ordering: .relaxed) }
    // Without SA_RESTART: a wait for a key ends at once.
    sigaction(number, &action, nil)
  }
  // Ctrl-Z would stop the recording and leave the screen as it is: p pauses.
  signal(SIGTSTP, SIG_IGN)
  // Where nobody reads what is shown (`2>&1 | head`), it is not shown; the recording goes on.
  signal(SIGPIPE, SIG_IGN)
}

/// Whether one of the watched signals has come.
var isInterrupted: Bool { receivedSignal.load(ordering: .relaxed) != 0 }
