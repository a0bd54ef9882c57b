import Testing

@testable import Reports

@Suite struct CSVCellTests {
  @Test(arguments: [
    ("Anna", "Anna"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\nb", "\"a\nb\""), ("=1+1", "'=1+1"),
    ("-5", "'-5"), ("+5", "'+5"), ("@x", "'@x"), ("\t=1", "\"'\t=1\""), (" =1", "' =1"), ("\u{202E}=1", "'=1"),
    ("＝1", "'＝1"), ("=\u{301}1", "'=\u{301}1"), ("a\u{1B}[2Jb", "a[2Jb"), ("=1,2", "\"'=1,2\""), ("", ""),
    ("a=1", "a=1"), ("\r\n=1", "\"'\n=1\""),
  ])
  func `a text is quoted, begins no formula and steers nothing`(text: String, written: String) {
    #expect(CSVCell.text(text).written == written)
  }

  @Test func `figures have a point, and what is not known is empty`() {
    #expect(CSVCell.number(-1.5).written == "-1.500" && CSVCell.count(3).written == "3")
    #expect(CSVCell.number(nil).written == "" && CSVCell.count(nil).written == "" && CSVCell.text(nil).written == "")
  }
}
