import Foundation
package import Glibc
import Synchronization

/// The end of a child of this process, which a thread of its own waits for.
///
/// From the start on, and not when somebody asks: Swift Testing watches over all children of a process, and never rests
/// while one has ended that nobody has waited for.
package final class ChildEnd: Sendable {
  private let id: pid_t
  private let status = Mutex<Int32?>(nil)

  /// The end of the process `id`, which nobody else waits for.
  package init(of id: pid_t) {
    self.id = id
    Thread.detachNewThread { [self] in
      var ended = siginfo_t()
      while waitid(P_PID, id_t(id), &ended, WEXITED | WNOWAIT) < 0, errno == EINTR {}
      // Its number stays its own until then.
      status.withLock { status in
        var told: Int32 = 0
        waitpid(id, &told, 0)
        status = told
      }
    }
  }

  /// The exit code, or the number of the signal that ended it as a negative number; nil while it runs.
  package var exitStatus: Int32? {
    status.withLock { status in
      status.map { $0 & 0x7F == 0 ? ($0 >> 8) & 0xFF : -($0 & 0x7F) }
    }
  }

  /// Sends a signal to a child that still runs.
  package func send(signal: Int32) {
    status.withLock { status in
      if status == nil { kill(id, signal) }
    }
  }
}
