/// `elements` in order, equals in their old order.
func stablySorted<Element>(
  _ elements: [Element], by precedes: (Element, Element) -> Bool
) -> [Element] {
  elements.enumerated().sorted { first, second in
    if precedes(first.element, second.element) { return true }
    if precedes(second.element, first.element) { return false }
    return first.offset < second.offset
  }.map(\.element)
}
