import Testing

@testable import Pages

@Suite struct PageNamesTests {
  @Test(arguments: [
    "../../etc/passwd", "/", "..", "", "a/b", "\u{0}", "\u{202E}", "Å é", "CON", String(repeating: "x", count: 10_000),
    "<script>", "%2e%2e%2f", "index", "a\nb", ".", "~", "-rf",
  ])
  func `no name leads out of its folder`(name: String) {
    var names = PageNames()
    let file = names.name("history", of: name, like: name)
    #expect(file.wholeMatch(of: /history-[a-z0-9-]{16,56}\.html/) != nil, "\(file)")
    var again = PageNames()
    #expect(again.name("history", of: name, like: name) == file)
  }

  @Test func `two things never share a page`() {
    var names = PageNames()
    let files = ["Anna", "anna", "ANNA", "anna ", "a-nna", "Anna", "Anna"].map {
      names.name("history", of: $0, like: $0)
    }
    #expect(Set(files).count == files.count)
  }
}
