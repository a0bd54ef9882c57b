/// A line of a table: its name, then each text at the right of so many columns.
func cells(_ name: String, _ texts: (text: String, width: Int)...) -> String {
  texts.reduce(name) { $0 + String(repeating: " ", count: max(0, $1.width - $1.text.count)) + $1.text }
}

extension String {
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
