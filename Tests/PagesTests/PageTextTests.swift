import Testing

@testable import Pages

@Suite struct PageTextTests {
  @Test(arguments: [
    ("a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;"), ("plain", "plain"), ("", ""),
    ("M0 1l-2 3z", "M0 1l-2 3z"), ("Ünïcödé – ½", "Ünïcödé – ½"),
    // A quotation mark with an accent is one character of Swift, and still ends an attribute.
    ("\"\u{301} x", "&quot;\u{301} x"), ("<\u{FE0F}b>", "&lt;\u{FE0F}b&gt;"), ("&\u{20DD}", "&amp;\u{20DD}"),
    ("a\u{202E}b\u{2069}\u{7}\u{1B}[1m\u{0}c\nd", "ab[1mcd"), ("\u{FEFF}क्\u{200D}ष", "क्\u{200D}ष"),
  ])
  func `no sign of markup stays, sign by sign`(text: String, expected: String) {
    #expect(PageText().escapeText(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func `no template has a value that is not escaped`() {
    #expect(PageTemplates.sources.count > 10)
    for (name, bytes) in PageTemplates.sources {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
      #expect(!text.contains("CONTENT_TYPE"), "\(name)")
      if name == "style" || name == "script" { #expect(!text.contains("{{"), "\(name)") }
    }
  }
}
