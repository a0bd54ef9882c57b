import Glibc

/// Runs `body` on a thread of its own. Traps where the system has no thread left.
///
/// A POSIX thread and not Foundation's: nothing here needs Foundation, and this one takes no signals, so that an
/// interrupt is always the main thread's.
func runOnCaptureThread(_ body: sending @escaping () -> Void) {
  // A thread is born with the signal mask of its creator.
  var all = sigset_t()
  var before = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_SETMASK, &all, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }

  var thread = pthread_t()
  let start = Unmanaged.passRetained(ThreadBody(body)).toOpaque()
  let code = pthread_create(&thread, nil, { runBody($0) }, start)
  precondition(code == 0, "no thread for the microphone: \(String(cString: strerror(code)))")
  pthread_detach(thread)
}

private final class ThreadBody {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}

private func runBody(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let start else { return nil }
  Unmanaged<ThreadBody>.fromOpaque(start).takeRetainedValue().run()
  return nil
}
