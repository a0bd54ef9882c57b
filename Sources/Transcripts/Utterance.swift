/// What a file gives in one piece: a segment, a cue, an interval, a line.
struct Utterance {
  /// One after the other; a word may go on from one to the next.
  var runs: [Run]
  /// Where it is in the file, as in `TranscriptError`.
  var place: String

  /// Bytes of text that a file times together: a token, or a whole segment.
  struct Run {
    /// UTF-8, perhaps broken: whisper.cpp divides characters between tokens.
    var text: [UInt8]
    /// When it begins, in seconds, as the file has it; `nil` where it does not tell.
    var start: Double?
    /// When it ends, in seconds, as the file has it; `nil` where it does not tell.
    var end: Double?
  }

  /// Its words, with the times that are known for each, without sounds and lone signs.
  ///
  /// The first word of a run has its start and the last its end. A run without letter or digit (a comma) lends no time,
  /// since recognisers give the pause to it.
  var words: [Transcript.Word] {
    let pieces = pieces
    let isSound = sounds(in: pieces.map(\.text))
    let content = pieces.indices.filter { isSound[$0] || pieces[$0].text.isWord }
    return content.indices.compactMap { index in
      guard !isSound[content[index]] else { return nil }
      let piece = pieces[content[index]]
      let beginsRun = index == 0 || pieces[content[index - 1]].touched.upperBound < piece.timed.lowerBound
      let endsRun =
        index == content.count - 1 || pieces[content[index + 1]].touched.lowerBound > piece.timed.upperBound
      let start = beginsRun ? runs[piece.timed.lowerBound].start.flatMap(believedTime) : nil
      let end = endsRun ? runs[piece.timed.upperBound].end.flatMap(believedTime) : nil
      let isInOrder = start ?? 0 <= end ?? .infinity
      return .init(piece.text, start: start, end: isInOrder ? end : nil)
    }
  }

  /// Text between white space.
  private struct Piece {
    var text: String
    /// The runs that it has bytes of.
    var touched: ClosedRange<Int>
    /// The first and the last of these that lend it times.
    var timed: ClosedRange<Int>
  }

  private var pieces: [Piece] {
    var bytes: [UInt8] = []
    // Where each run ends in `bytes`, and whether it has more than signs.
    var ends: [Int] = []
    var hasLetters: [Bool] = []
    for run in runs {
      let text = withoutControls(run.text[...])
      bytes += text
      ends.append(bytes.count)
      hasLetters.append(text.contains { $0.isLetter || $0.isDigit || $0 >= 0x80 })
    }
    var pieces: [Piece] = []
    var first = 0
    var position = 0
    while position < bytes.count {
      let start = position
      while position < bytes.count, !bytes[position].isSpace { position += 1 }
      if position > start {
        while ends[first] <= start { first += 1 }
        var last = first
        while ends[last] < position { last += 1 }
        let timedFirst = (first...last).first { hasLetters[$0] } ?? first
        let timedLast = (first...last).last { hasLetters[$0] } ?? last
        for part in printableParts(of: String(decoding: bytes[start..<position], as: UTF8.self)) {
          pieces.append(Piece(text: part, touched: first...last, timed: timedFirst...timedLast))
        }
      }
      position += 1
    }
    return pieces
  }
}

/// `seconds`, if it can be a time in a recording.
func believedTime(_ seconds: Double) -> Double? { 0...Limits.latestSeconds ~= seconds ? seconds : nil }

extension String {
  /// Whether it can be said: it has a letter or a digit, or is `%`, `&`, `+` or a sign of money.
  var isWord: Bool {
    unicodeScalars.contains { scalar in
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        return byte.isLetter || byte.isDigit || "%&+$".utf8.contains(byte)
      }
      let properties = scalar.properties
      return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .currencySymbol
    }
  }
}
