/// The formats in which a transcript can be given.
public enum TranscriptFormat: String, Codable, Sendable, CaseIterable {
  /// JSON of whisper.cpp (`-oj`, `-ojf`).
  case whisper
  /// JSON of Vosk: one result object, or a stream of them.
  case vosk
  /// JSON of vosk-transcriber.
  case voskTranscriber = "vosk-transcriber"
  /// WebVTT (W3C).
  case webVTT = "webvtt"
  /// SubRip subtitles.
  case subRip = "srt"
  /// TextGrid of Praat.
  case textGrid = "textgrid"
  /// Plain text, without times.
  case plain
}
