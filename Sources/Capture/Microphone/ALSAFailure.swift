internal import CALSA

/// A call of alsa-lib that failed: which one, and its negative code.
///
/// Never leaves this target: `CaptureError` says it in words for a person.
struct ALSAFailure: Error, Equatable {
  let call: String
  /// A negative errno, as alsa-lib returns it.
  let code: Int32

  /// The system's word for the code, e.g. "Device or resource busy".
  var reason: String { String(cString: snd_strerror(code)) }
}

/// The only place that looks at negative codes: hands a good one through.
///
/// - Throws: `ALSAFailure` where `code` is negative.
@discardableResult
func check(_ call: String, _ code: Int32) throws(ALSAFailure) -> Int32 {
  guard code >= 0 else { throw ALSAFailure(call: call, code: code) }
  return code
}

/// `check` for the calls that count frames.
///
/// - Throws: `ALSAFailure` where `count` is negative.
@discardableResult
func check(_ call: String, _ count: snd_pcm_sframes_t) throws(ALSAFailure) -> Int {
  guard count >= 0 else { throw ALSAFailure(call: call, code: Int32(clamping: count)) }
  return count
}

/// Shows or hides what alsa-lib and its plugins print on standard error, for the whole process.
func showLibraryMessages(_ shown: Bool) {
  starpace_set_messages_shown(shown ? 1 : 0)
}
