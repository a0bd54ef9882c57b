import Configuration
import Testing

@Suite struct CommandTemplateTests {
  @Test(
    arguments: [
      ("", []), ("  \t ", []), ("a b", ["a", "b"]), ("  a   b ", ["a", "b"]), ("'a b' c", ["a b", "c"]),
      ("\"a b\"c", ["a bc"]), ("a\\ b", ["a b"]), ("''", [""]), ("'a\\'", ["a\\"]),
      ("\"a\\\"b\\\\c\\d\"", ["a\"b\\c\\d"]),
      ("\"it's\"", ["it's"]), ("$HOME `x` * ; |", ["$HOME", "`x`", "*", ";", "|"]),
      ("~/a b/~/c '~/d' ~", ["/home/me/a", "b/~/c", "~/d", "~"]),
    ] as [(String, [String])])
  func `quotes keep words together, and nothing else has a meaning`(text: String, words: [String]) {
    #expect(commandWords(text, home: "/home/me") == words)
  }

  @Test(arguments: ["'a", "\"a", "a 'b\" c", "\"a\\\""])
  func `a quote that is not closed makes no words`(text: String) {
    #expect(commandWords(text) == nil)
  }

  @Test func `paths stand for their signs inside words too, once`() throws {
    let command = try CommandTemplate("rec --out={output}.json {input} {input}")
    #expect(
      command.words(input: "/a {output}", output: "/b") == ["rec", "--out=/b.json", "/a {output}", "/a {output}"])
  }
}
