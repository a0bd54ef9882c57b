package import Reports

/// A verdict as it is shown: a word, and a sign whose form and colour say the same.
package struct VerdictView: Sendable {
  let words: String
  let role: String

  /// `words`, which are such news as `role` says.
  package init(_ words: String, role: Style.Role) {
    self.words = words
    self.role = "\(role)"
  }
}
