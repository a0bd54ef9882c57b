internal import CSndFile
import Synchronization

/// Opening goes one file at a time: the reason of a failed open is one global of libsndfile.
private let opening = Mutex<Void>(())

/// Why libsndfile refused to open a file.
struct Refusal: Error {
  /// libsndfile's reason where a person can use it, such as "No 'data' chunk marker".
  let detail: String?
}

/// Calls `open` and, where it returns nil, fetches the reason before another thread can replace it.
///
/// The only place that looks at `sf_error(nil)`.
func checkedOpen(_ open: () -> OpaquePointer?) throws(Refusal) -> OpaquePointer {
  let result: Result<OpaquePointer, Refusal> = opening.withLock { _ in
    if let sound = open() { return .success(sound) }
    let words = sf_strerror(nil).map { String(cString: $0) } ?? ""
    // "Error in WAV file. No 'data' chunk marker." says something; "Unspecified internal error." does not.
    guard words.hasPrefix("Error in "), let period = words.firstRange(of: ". ") else {
      return .failure(Refusal(detail: nil))
    }
    let detail = words[period.upperBound...]
    return .failure(Refusal(detail: String(detail.hasSuffix(".") ? detail.dropLast() : detail)))
  }
  return try result.get()
}

/// The container and the encoding, such as "WAV, Signed 16 bit PCM".
func formatName(of format: Int32) -> String {
  func name(_ part: Int) -> String? {
    var info = SF_FORMAT_INFO(format: format & Int32(part), name: nil, extension: nil)
    let size = Int32(MemoryLayout<SF_FORMAT_INFO>.size)
    guard sf_command(nil, Int32(SFC_GET_FORMAT_INFO), &info, size) == 0 else { return nil }
    return info.name.map { String(cString: $0) }
  }
  // "WAV (Microsoft)" and "WAVEX (Microsoft)" are two kinds of header of one container.
  let container = name(SF_FORMAT_TYPEMASK)?.split(separator: " (").first.map(String.init)
  return [container == "WAVEX" ? "WAV" : container, name(SF_FORMAT_SUBMASK)].compactMap(\.self)
    .joined(separator: ", ")
}
