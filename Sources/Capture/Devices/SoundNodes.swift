import Glibc

/// What the device nodes of the sound cards tell about a refusal.
///
/// alsa-lib answers "no such device" where it may not look: only the nodes themselves tell the two apart.
struct SoundNodes {
  /// Whether some node exists that this user may not open.
  var areForbidden = false
  /// Whether some card can be recorded from.
  var haveInput = false

  init(areForbidden: Bool = false, haveInput: Bool = false) {
    self.areForbidden = areForbidden
    self.haveInput = haveInput
  }

  /// Looks at the control and capture nodes of a folder: `controlC0`, `pcmC0D0c`.
  init(in folder: String) {
    guard let listing = opendir(folder) else {
      areForbidden = errno == EACCES
      return
    }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      let isInput = name.hasPrefix("pcmC") && name.hasSuffix("c")
      guard isInput || name.hasPrefix("controlC") else { continue }
      haveInput = haveInput || isInput
      if access("\(folder)/\(name)", R_OK | W_OK) != 0, errno == EACCES { areForbidden = true }
    }
  }
}
