/// What a page may load: its own style sheet and script, its own sound, and nothing else from anywhere.
///
/// Source: W3C, "Content Security Policy Level 3". In a `meta` element; a page in a file has no headers.
package struct ContentSecurityPolicy: Sendable {
  /// Where the page's sound comes from.
  package enum Sound: Sendable {
    /// It has none.
    case none
    /// Files beside it or elsewhere on this machine.
    case files
    /// The page itself.
    case embedded
  }

  package let sound: Sound

  /// The policy of a page with such sound.
  package init(sound: Sound) { self.sound = sound }

  /// SHA-256 of Assets/page.css and Assets/page.js in base64. ContentSecurityPolicyTests says the new one where a file
  /// has changed.
  static let styleHash = "SvEiQvKO7Rx7LhsL5f6c3KwqSfiTaKcjs44bbQPNFkQ="
  static let scriptHash = "0j9PN6aCG6tvgTjLeMwW0hb3WmTu24EGlK98F6XRz+Q="

  /// The value of the header `Content-Security-Policy`.
  package var value: String {
    let media =
      switch sound {
      case .none: ""
      // A page that is opened from a file is of no origin: not everywhere is another file "self".
      case .files: "; media-src 'self' file:"
      case .embedded: "; media-src data:"
      }
    return "default-src 'none'; style-src 'sha256-\(Self.styleHash)'; script-src 'sha256-\(Self.scriptHash)'\(media)"
      + "; base-uri 'none'; form-action 'none'"
  }
}
