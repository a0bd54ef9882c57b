extension CodingUserInfoKey {
  /// Set by a reader who needs a take's figures only: long lists that none follows from are not read.
  ///
  /// Most of the time that it takes to read a session goes into the nuclei of its syllables.
  package static let figuresOnly = {
    guard let key = CodingUserInfoKey(rawValue: "figures-only") else { preconditionFailure("any text names a key") }
    return key
  }()
}
