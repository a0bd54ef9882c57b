internal import CSndFile

/// What browsers call a sound file of libsndfile's format `format`; `nil` where they do not all play it.
///
/// Source: MDN, "Media container formats" and "Web audio codec guide": WAV with PCM, FLAC, MP3, and Vorbis and Opus
/// in Ogg are played by Chromium and Firefox, and by Safari from 18.4 on; AIFF, AU, W64 and RF64 by few or none.
func browserMediaType(ofFormat format: Int32) -> String? {
  let encoding = Int(format) & SF_FORMAT_SUBMASK
  switch Int(format) & SF_FORMAT_TYPEMASK {
  case SF_FORMAT_WAV, SF_FORMAT_WAVEX:
    let played = [SF_FORMAT_PCM_U8, SF_FORMAT_PCM_16, SF_FORMAT_PCM_24, SF_FORMAT_PCM_32, SF_FORMAT_FLOAT]
    return played.contains(encoding) ? "audio/wav" : nil
  case SF_FORMAT_FLAC: return "audio/flac"
  case SF_FORMAT_OGG: return encoding == SF_FORMAT_VORBIS || encoding == SF_FORMAT_OPUS ? "audio/ogg" : nil
  case SF_FORMAT_MPEG: return encoding == SF_FORMAT_MPEG_LAYER_III ? "audio/mpeg" : nil
  default: return nil
  }
}
