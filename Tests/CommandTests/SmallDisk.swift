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
