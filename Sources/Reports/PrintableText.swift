extension StringProtocol {
  /// The text without what would steer a terminal or turn a line's direction.
  ///
  /// Left out are control and format characters (Unicode Cc, Cf) but the two joiners, which some scripts need.
  package var printable: Substring {
    // Most texts have nothing but letters and signs.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return Substring(self) }
    let kept = unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: false
      case .format: scalar.value == 0x200C || scalar.value == 0x200D
      default: true
      }
    }
    return Substring(String(String.UnicodeScalarView(kept)))
  }
}
