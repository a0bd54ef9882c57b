import Glibc

/// A folder of its own for one test, removed with everything in it at the end.
final class TemporaryFolder {
  let path: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array("\(parent)/soundfiles-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw TestFailure("mkdtemp failed") }
    path = String(cString: made)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The files in the folder.
  private var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  /// The path of a file in the folder, which need not exist.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Creates a file of these bytes and returns its path.
  func file(_ name: String, of bytes: some Collection<UInt8>) throws -> String {
    let path = file(name)
    guard let stream = fopen(path, "wb") else { throw TestFailure("cannot create \(path)") }
    let bytes = Array(bytes)
    let written = fwrite(bytes, 1, bytes.count, stream)
    guard fclose(stream) == 0, written == bytes.count else { throw TestFailure("cannot write \(path)") }
    return path
  }
}

/// Something that the test needs went wrong; not a claim that failed.
struct TestFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// All bytes of a file.
func contents(of path: String) throws -> [UInt8] {
  guard let stream = fopen(path, "rb") else { throw TestFailure("cannot open \(path)") }
  defer { fclose(stream) }
  fseek(stream, 0, SEEK_END)
  let size = ftell(stream)
  rewind(stream)
  return [UInt8](unsafeUninitializedCapacity: size) { $1 = fread($0.baseAddress, 1, size, stream) }
}

/// What stat(2) says about a file.
func status(of path: String) throws -> stat {
  var status = stat()
  guard stat(path, &status) == 0 else { throw TestFailure("cannot stat \(path)") }
  return status
}

/// Makes a file longer without writing to it.
func extend(_ path: String, toBytes byteCount: Int) throws {
  guard truncate(path, byteCount) == 0 else { throw TestFailure("cannot extend \(path)") }
}
