import Glibc

// One sentence for each way in which writing a take fails.
extension SoundFileError {
  /// The error for creating a file where a system call failed with `code` (an `errno`).
  static func creating(_ path: String, failedWith code: Int32) -> SoundFileError {
    let name = quoted(path)
    let message =
      switch code {
      case EEXIST: "\(name) exists already and a recording is never written over; name a new file."
      case ENOENT, ENOTDIR: "There is no folder to hold \(name); create it first, or name another."
      case EACCES, EPERM: "You may not create \(name); name a folder of your own."
      case EROFS: "\(name) is on a disk that cannot be written to; name a folder on another disk."
      case ENOSPC, EDQUOT: "There is no space left to create \(name); delete something, then record again."
      default: "Cannot create \(name) (\(reason(code))); name a file in another folder."
      }
    return SoundFileError(kind: .cannotCreate, path: path, message: message)
  }

  /// libsndfile refused the sample rate, the channel count or the encoding.
  static func creating(_ path: String, refusedBecause detail: String) -> SoundFileError {
    SoundFileError(
      kind: .cannotCreate, path: path,
      message: "Cannot record into \(quoted(path)) (\(detail)); choose another device or format.")
  }

  /// Writing failed with `code` (an `errno`) after `seconds` of sound, which stay in the file.
  static func writing(_ path: String, failedWith code: Int32, after seconds: Double) -> SoundFileError {
    let kept = "the first \(decimal(seconds, places: 1)) s of the recording are kept in it"
    let message =
      switch code {
      case ENOSPC, EDQUOT:
        "There is no space left for \(quoted(path)); \(kept). Delete something, then record again."
      case EFBIG:
        "\(quoted(path)) has reached the largest size allowed here; \(kept). Record the rest into a new file."
      default:
        "Cannot write to \(quoted(path)) (\(reason(code))); \(kept). Check the disk, then record again."
      }
    return SoundFileError(kind: .cannotWrite, path: path, message: message)
  }

  /// Sound could not be encoded to be put into a page.
  static let encoding = SoundFileError(
    kind: .cannotCreate, path: "",
    message: """
      The sound cannot be encoded as Opus; install libsndfile 1.1 or later with Opus, or leave out --embed-audio.
      """)

  /// The header of a recording could not be brought up to date, with `code` (an `errno`); its sound is as it was.
  static func repairing(_ path: String, failedWith code: Int32) -> SoundFileError {
    SoundFileError(
      kind: .cannotWrite, path: path,
      message: """
        Cannot repair the header of \(quoted(path)) (\(reason(code))); its sound is untouched. Check the file's \
        permissions and the disk, then try again.
        """)
  }
}
