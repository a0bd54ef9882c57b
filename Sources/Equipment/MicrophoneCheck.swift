package import Capture
import Glibc
package import SpeechTiming

/// What a few seconds at a microphone say about it.
package struct MicrophoneCheck: Sendable {
  package let verdict: MicrophoneVerdict
  /// What was heard, in the channel in which somebody was heard best.
  package let timing: TakeTiming
}

/// Listens to a microphone for some seconds, keeps nothing of it, and judges it.
///
/// With speech expected, the candidate has to be asked to speak before. Without it, one second is enough to find a
/// microphone that sends nothing, is muted or clips, and a loud room: the short form, for the moment before a session.
/// Calls `show` about 20 times a second while it listens.
/// - Throws: what ended the listening, where the microphone failed.
package func checkMicrophone(
  _ recorder: Recorder, seconds: Double, isSpeechExpected: Bool, whileListening show: (Recording) -> Void = { _ in }
) throws(CaptureError) -> MicrophoneCheck {
  let heard = HeardChannels(recorder.format)
  let recording = recorder.begin(into: ListeningSink(heard: heard))
  let frameCount = Int(seconds * Double(recorder.format.sampleRate))
  while recording.isRunning, recording.frameCount < frameCount, recording.timeWithoutSound < longestWait {
    show(recording)
    usleep(50_000)
  }
  let hasStalled = recording.timeWithoutSound >= longestWait
  if case .microphoneFailed(let error) = recording.finish().ending { throw error }
  let timing = heard.best()
  // A microphone that stopped sending on the way is none to rely on, whatever came before.
  let verdict = hasStalled ? .noData : timing.microphoneVerdict(isSpeechExpected: isSpeechExpected)
  return MicrophoneCheck(verdict: verdict, timing: timing)
}

/// For how long a microphone may send nothing. Our own choice: sound servers were seen to take up to 1.7 s for the
/// first sound (PulseAudio 16).
private let longestWait = Duration.seconds(3)
