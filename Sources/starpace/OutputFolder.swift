import Foundation
import Sessions

/// A folder into which a file is written for each sound file, below folders of the same names, as `cp --parents` does.
///
/// Takes of many sessions are all called `1-situation`; so each has a place of its own, whichever process writes it.
/// Files are readable by their owner alone.
struct OutputFolder {
  private let path: String

  /// The folder at `path`, which need not exist.
  init(path: String) { self.path = path }

  /// Writes `text` to the file that is named as the sound file `sound` but for its `ending`.
  ///
  /// A file of that name stays: it may hold labels that somebody set by hand.
  /// - Throws: `cannotCreate`, `cannotWrite`.
  func write(_ text: String, of sound: String, ending: String) throws(SessionError) {
    let parts = sound.split(separator: "/").filter { $0 != "." && $0 != ".." }
    let stem = (parts.joined(separator: "/") as NSString).deletingPathExtension
    let file = "\(path)/\(stem).\(ending)"
    do {
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw SessionError(.cannotCreate, "Cannot make a folder for \(file); name another with --into FOLDER.")
    }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw SessionError(
        .cannotCreate,
        errno == EEXIST
          ? "There is a \(file) already, and '\(sound)' was not written over it; remove it, or name another folder."
          : "Cannot make \(file) for '\(sound)'; name another folder with --into FOLDER.")
    }
    do {
      let output = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try output.write(contentsOf: Data(text.utf8))
      try output.close()
    } catch {
      // Half of it would be taken for all of it.
      unlink(file)
      throw SessionError(.cannotWrite, "Cannot write \(file); make room on the disk.")
    }
  }
}
