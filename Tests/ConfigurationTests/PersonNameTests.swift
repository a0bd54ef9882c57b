import Configuration
import Testing

@Suite struct PersonNameTests {
  @Test(arguments: [
    ("Anna", "Anna"), ("  Anna \t K.  ", nil), ("Łukasz Żółć", "Łukasz Żółć"), ("  Anna   K. ", "Anna K."),
    ("نام\u{200C}ها", "نام\u{200C}ها"), ("", nil), (" ", nil), ("a\nb", nil), ("a\u{1B}[31mb", nil),
    ("\u{202E}anna", nil), (String(repeating: "x", count: 100), String(repeating: "x", count: 100)),
    (String(repeating: "x", count: 101), nil), ("</script>", "</script>"),
  ])
  func `a name is one line that can be shown`(text: String, name: String?) {
    #expect(PersonName(text)?.text == name)
  }
}
