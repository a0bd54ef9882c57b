/// The text without terminal escape sequences and control characters; white space stays.
///
/// Sequences as in ECMA-48: CSI up to its final byte, OSC, DCS, SOS, PM and APC up to their end (ST, or BEL as xterm takes
/// it), the others by their one or two bytes. Of one that does not end only the beginning goes.
func withoutControls(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  guard bytes.contains(where: { ($0 < 0x20 && !$0.isSpace) || $0 == 0x7F || $0 == 0xC2 }) else { return Array(bytes) }
  var kept: [UInt8] = []
  kept.reserveCapacity(bytes.count)
  var position = bytes.startIndex
  var canEndStrings = true
  while position < bytes.endIndex {
    let byte = bytes[position]
    position += 1
    if byte == 0x1B, position < bytes.endIndex {
      skipSequence(introducer: bytes[position], in: bytes, from: position + 1, to: &position, &canEndStrings)
    } else if byte == 0xC2, position < bytes.endIndex, (0x80...0x9F).contains(bytes[position]) {
      // C1 in UTF-8; each stands for ESC and a byte 0x40 lower. U+0085 alone is white space.
      if bytes[position] == 0x85 { kept.append(UInt8(ascii: "\n")) }
      skipSequence(introducer: bytes[position] - 0x40, in: bytes, from: position + 1, to: &position, &canEndStrings)
    } else if (byte >= 0x20 && byte != 0x7F) || byte.isSpace {
      kept.append(byte)
    }
  }
  return kept
}

/// Moves `end` past the sequence whose second byte is `introducer` and that goes on at `start`.
private func skipSequence(
  introducer: UInt8, in bytes: ArraySlice<UInt8>, from start: Int, to end: inout Int, _ canEndStrings: inout Bool
) {
  var position = start
  switch introducer {
  case UInt8(ascii: "["):
    while position < bytes.endIndex, (0x20...0x3F).contains(bytes[position]) { position += 1 }
    if position < bytes.endIndex, (0x40...0x7E).contains(bytes[position]) { position += 1 }
    end = position
  case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
    end = start
    guard canEndStrings else { return }
    while position < bytes.endIndex {
      if bytes[position] == 0x07 {
        end = position + 1
        return
      }
      let next = position + 1 < bytes.endIndex ? bytes[position + 1] : 0
      if (bytes[position], next) == (0x1B, 0x5C) || (bytes[position], next) == (0xC2, 0x9C) {
        end = position + 2
        return
      }
      position += 1
    }
    // No later one ends either: without this, a text full of beginnings would take quadratic time.
    canEndStrings = false
  case 0x20...0x2F:
    while position < bytes.endIndex, (0x20...0x2F).contains(bytes[position]) { position += 1 }
    end = min(position + 1, bytes.endIndex)
  case 0x30...0x7E:
    end = start
  default:
    // Not a sequence: the byte itself is looked at next.
    end = start - 1
  }
}

/// The parts of a text between white space of any script, without what prints nothing or turns the line's direction.
///
/// Left out are control and format characters (Unicode Cc, Cf) but the two joiners; empty parts are not given.
func printableParts(of text: String) -> [String] {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.isEmpty ? [] : [text] }
  return text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).compactMap { part in
    var kept = String.UnicodeScalarView()
    for scalar in part {
      switch scalar.properties.generalCategory {
      case .control: continue
      case .format where scalar.value != 0x200C && scalar.value != 0x200D: continue
      default: kept.append(scalar)
      }
    }
    return kept.isEmpty ? nil : String(kept)
  }
}
