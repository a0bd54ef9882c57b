/// A command as it can be typed at a shell: words with anything but letters, digits and a few signs stand in quotes.
package func shellWords(_ words: [String]) -> String {
  words.map { word in
    let word = String(word.printable)
    let isPlain = word.wholeMatch(of: /[A-Za-z0-9._\/:=@%+,-]+/) != nil
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }.joined(separator: " ")
}
