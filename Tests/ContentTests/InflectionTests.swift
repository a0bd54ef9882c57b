import Testing

@testable import Content

@Suite struct InflectionTests {
  @Test(arguments: [
    ["trace", "traces", "traced", "tracing"], ["pull", "pulls", "pulled", "pulling"], ["retry", "retries", "retried"],
    ["write", "wrote", "written", "writing"], ["use", "used", "using", "uses"],
    ["drop", "dropped", "dropping", "drops"],
    ["be", "was", "is", "were", "been"], ["analyze", "analysed", "analyzing", "analyse"], ["miss", "missed", "misses"],
    ["organizational", "organisational"], ["control", "controlled"], ["agree", "agreed", "agreeing"], ["fix", "fixes"],
    ["day", "days"], ["watch", "watches", "watched"],
  ]) func `inflections of a word are one`(words: [String]) {
    #expect(Set(words.map(stem)).count == 1)
  }

  @Test(arguments: [
    ["organization", "organ"], ["bring", "bred"], ["need", "ne"], ["string", "str"], ["bed", "b"], ["thing", "the"],
    ["his", "hi"], ["team", "tea"], ["adopt", "adapt"],
  ]) func `different words stay apart`(words: [String]) {
    #expect(Set(words.map(stem)).count == words.count)
  }
}
