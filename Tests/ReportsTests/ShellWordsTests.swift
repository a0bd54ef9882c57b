import Reports
import Testing

@Suite struct ShellWordsTests {
  @Test(arguments: [
    (["drill", "2026-01-01T10-00-00Z_x"], "drill 2026-01-01T10-00-00Z_x"), (["a b", ""], "'a b' ''"),
    (["it's; rm -rf ~"], "'it'\\''s; rm -rf ~'"), (["$(x)", "`x`"], "'$(x)' '`x`'"), (["a\u{1B}[2J\nb"], "'a[2Jb'"),
  ])
  func `words are safe to paste`(words: [String], line: String) {
    #expect(shellWords(words) == line)
  }
}
