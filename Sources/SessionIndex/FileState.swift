import Glibc

/// What tells one state of a file from another, without reading it.
struct FileState: Equatable, Sendable {
  var size: Int64
  /// When it was last changed, in nanoseconds.
  var modified: Int64
  /// Another file of the same name has another number.
  var inode: Int64

  init(size: Int64, modified: Int64, inode: Int64) {
    self.size = size
    self.modified = modified
    self.inode = inode
  }

  /// The state of the regular file at `path`; `nil` where there is none.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    inode = Int64(bitPattern: UInt64(status.st_ino))
  }
}
