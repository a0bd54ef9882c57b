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

  /// What a reader calls it, with how it is made where that matters.
  public var title: String {
    switch self {
    case .whisper: "whisper.cpp JSON (-ojf, or -oj)"
    case .vosk: "Vosk JSON results"
    case .voskTranscriber: "vosk-transcriber JSON (-t json)"
    case .webVTT: "WebVTT"
    case .subRip: "SubRip subtitles"
    case .textGrid: "Praat TextGrid"
    case .plain: "plain text"
    }
  }

  /// The ending that such a file's name has by custom; only a hint, since the content decides.
  public var nameEnding: String {
    switch self {
    case .whisper, .vosk, .voskTranscriber: "json"
    case .webVTT: "vtt"
    case .subRip: "srt"
    case .textGrid: "TextGrid"
    case .plain: "txt"
    }
  }
}
