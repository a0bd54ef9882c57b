/// A value of JSON whose text is kept as bytes: a character may be divided between two strings (whisper.cpp does that).
enum JSON {
  case null
  case bool(Bool)
  case number(Double)
  case text([UInt8])
  case list([JSON])
  case object([(key: String, value: JSON)])

  /// The first value under `key`; `nil` where there is none or this is not an object.
  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text under `key` of the value at `path`.
  ///
  /// - Throws: where there is none.
  func text(_ key: String, at path: @autoclosure () -> String) throws(Fault) -> [UInt8] {
    guard case .text(let text) = self[key] else { throw misshapen("a text", key, path()) }
    return text
  }

  /// The number under `key` of the value at `path`; `nil` where there is none or `null`.
  ///
  /// - Throws: where there is something else.
  func number(_ key: String, at path: @autoclosure () -> String) throws(Fault) -> Double? {
    switch self[key] {
    case nil, .null: return nil
    case .number(let number): return number
    default: throw misshapen("a number", key, path())
    }
  }

  /// The list under `key` of the value at `path`; `nil` where there is none.
  ///
  /// - Throws: where there is something else.
  func list(_ key: String, at path: @autoclosure () -> String) throws(Fault) -> [JSON]? {
    switch self[key] {
    case nil: return nil
    case .list(let list): return list
    default: throw misshapen("a list", key, path())
    }
  }

  private func misshapen(_ kind: String, _ key: String, _ path: String) -> Fault {
    let place = path.isEmpty ? key : "\(path).\(key)"
    return Fault(place: place, "this should be \(kind)", advice: "have the recogniser write the file again")
  }
}
