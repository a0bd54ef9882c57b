/// Why a sound file could not be read or written, as a sentence that ends in what to do next.
package struct SoundFileError: Error, Equatable, CustomStringConvertible {
  /// What went wrong, as coarse as the exit code of a command (the numbers are those of sysexits.h).
  package enum Kind: Sendable {
    /// There is no file of that name: 66.
    case noSuchFile
    /// There is a file, and this user may not read it: 66.
    case noPermission
    /// The file is not a sound that can be measured: 65.
    case badData
    /// The file has a header and no sound, or nothing at all, as a recording killed at its start leaves it: 65.
    case noSound
    /// The system failed while reading: 74.
    case cannotRead
    /// The file to be written could not be created: 73.
    case cannotCreate
    /// The system failed while writing, for instance because the disk is full: 74.
    case cannotWrite
  }

  /// What went wrong.
  package let kind: Kind

  /// The file, as it was named by the caller.
  package let path: String

  /// One or two sentences for the person at the terminal, ending in what to do next.
  package let message: String

  /// The message.
  package var description: String { message }
}
