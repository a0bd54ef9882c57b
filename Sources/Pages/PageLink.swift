/// A way to another page.
package struct PageLink: Sendable {
  let words: String
  let reference: String

  /// A link that says `words` and leads to `reference`, a relative URL.
  package init(_ words: String, to reference: String) {
    self.words = words
    self.reference = reference
  }
}
