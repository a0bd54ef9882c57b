import Content
import Scenarios
import Testing

@Suite struct DeliveryTests {
  @Test(arguments: [
    ("Um, it was, like, basically gone, you know.", ["Um", "like", "basically", "you know"]),
    ("It was sort of slow, uh, slow.", ["sort of", "uh"]), ("so um like nobody cared", ["um", "like"]),
    ("I would like to add a kind of alert.", []), ("It looks like a bug.", []), ("Do you know the service?", []),
    ("You know the type of service.", []), ("It is a sort of cache.", []), ("He said \"um\".", []),
  ]) func `fillers are found where they fill`(words: String, fillers: [String]) {
    #expect(reading(words, of: .action)?.fillers.map(\.words) == fillers)
  }

  @Test(arguments: [
    ("I think it was kind of slow, maybe.", ["I think", "kind of", "maybe"]),
    ("I guess it probably held.", ["I guess", "probably"]),
    ("A kind of alert, and this kind of fix.", []), ("That is how I think about it.", []), ("I thought about it.", []),
  ]) func `hedges are found where they hedge`(words: String, hedges: [String]) {
    #expect(reading(words, of: .action)?.hedges.map(\.words) == hedges)
  }
}
