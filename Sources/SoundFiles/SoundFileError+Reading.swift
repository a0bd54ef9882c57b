import Glibc

// One sentence for each way in which reading fails.
extension SoundFileError {
  /// The error for a system call on a file to be read that failed with `code` (an `errno`).
  static func reading(_ path: String, failedWith code: Int32) -> SoundFileError {
    let name = quoted(path)
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG, ELOOP:
      return SoundFileError(
        kind: .noSuchFile, path: path,
        message: "There is no file \(name); check the name, and the folder that it is in.")
    case EACCES, EPERM:
      return SoundFileError(
        kind: .noPermission, path: path,
        message: "You may not read \(name); ask its owner, or change its permissions with chmod.")
    case EISDIR:
      return folder(path)
    case EMFILE, ENFILE:
      return SoundFileError(
        kind: .cannotRead, path: path,
        message: "Too many files are open to read \(name); name fewer files at a time.")
    default:
      return SoundFileError(
        kind: .cannotRead, path: path,
        message: "Cannot read \(name) (\(reason(code))); check the disk, or copy the file and read the copy.")
    }
  }

  static func folder(_ path: String) -> SoundFileError {
    bad(path, "\(quoted(path)) is a folder; name a sound file in it.")
  }

  static func notRegular(_ path: String) -> SoundFileError {
    bad(
      path,
      "\(quoted(path)) is a pipe, a device or a socket; store the sound in a file first and name that file.")
  }

  static func empty(_ path: String) -> SoundFileError {
    SoundFileError(
      kind: .noSound, path: path,
      message: "\(quoted(path)) is empty (0 bytes); record it again, or name another file.")
  }

  static func noSamples(_ path: String) -> SoundFileError {
    SoundFileError(
      kind: .noSound, path: path,
      message: "\(quoted(path)) has a header but no sound; record it again, or name another file.")
  }

  /// libsndfile refused the file; `detail` is its reason where that helps, such as "No 'data' chunk marker".
  static func notSound(_ path: String, detail: String?) -> SoundFileError {
    let why = detail.map { " (\($0))" } ?? ""
    return bad(
      path,
      "\(quoted(path)) is not a sound file that can be read\(why); export it as WAV or FLAC and try again.")
  }

  /// Nothing could be decoded, though the header was understood.
  static func undecodable(_ path: String) -> SoundFileError {
    bad(
      path,
      "\(quoted(path)) is damaged: no sound in it can be decoded; copy it again from where it came from.")
  }

  static func unsupportedRate(_ path: String, sampleRate: Int) -> SoundFileError {
    bad(
      path,
      """
      \(quoted(path)) has \(sampleRate) samples a second, and only 8000 to 192000 can be measured; \
      export it again at 16000 or 48000.
      """)
  }

  /// A float file holds an infinite sample or one that is not a number, `seconds` after its start.
  static func notANumber(_ path: String, seconds: Double) -> SoundFileError {
    bad(
      path,
      """
      \(quoted(path)) has a sample that is not a number at \(decimal(seconds, places: 2)) s; \
      export the file again as 16-bit WAV.
      """)
  }

  private static func bad(_ path: String, _ message: String) -> SoundFileError {
    SoundFileError(kind: .badData, path: path, message: message)
  }
}
