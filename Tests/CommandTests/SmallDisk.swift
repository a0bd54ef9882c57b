import Glibc

/// A disk of a few hundred kilobytes, in memory, that goes away with the value.
final class SmallDisk {
  private let folder: TemporaryFolder
  var path: String { folder.path }

  struct CannotMount: Error {}

  /// - Throws: where this user may not mount.
  init(kilobytes: Int) throws {
    folder = try TemporaryFolder()
    guard mount("none", folder.path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else { throw CannotMount() }
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }

  /// Makes room on it.
  func grow(toKilobytes kilobytes: Int) throws {
    let flags = UInt(MS_REMOUNT)
    guard mount("none", path, "tmpfs", flags, "size=\(kilobytes)k") == 0 else { throw CannotMount() }
  }

  /// Whether this user may mount: root, outside of most containers.
  static let isAllowed = (try? SmallDisk(kilobytes: 4)) != nil
}

/// A folder that may only be read from now on, as on a disk that the system found faults in; until the value goes.
///
/// What is open for writing stays so.
final class ReadOnlyCover {
  private let path: String

  /// - Throws: where this user may not mount.
  init(over path: String) throws {
    self.path = path
    guard mount(path, path, nil, UInt(MS_BIND), nil) == 0 else { throw SmallDisk.CannotMount() }
    guard mount("none", path, nil, UInt(MS_BIND) | UInt(MS_REMOUNT) | UInt(MS_RDONLY), nil) == 0 else {
      umount2(path, Int32(MNT_DETACH))
      throw SmallDisk.CannotMount()
    }
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }
}
