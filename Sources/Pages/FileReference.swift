/// The reference by which a page in `folder` names the file at `path`, both absolute: a relative URL.
///
/// Every sign that is not unreserved is percent-encoded (RFC 3986, section 2.3), so that no name means anything but a
/// name. Links are not followed: a browser does not follow them either when it takes `..` away.
package func fileReference(to path: String, fromPageIn folder: String) -> String {
  let file = components(of: path)
  let base = components(of: folder)
  let common = zip(base, file.dropLast()).prefix { $0 == $1 }.count
  let up = [String](repeating: "..", count: base.count - common)
  return (up + file.dropFirst(common).map(percentEncoded)).joined(separator: "/")
}

/// The names on the way to `path`, `.` and `..` resolved.
private func components(of path: String) -> [String] {
  var names: [String] = []
  for name in path.split(separator: "/") where name != "." {
    if name == ".." { _ = names.popLast() } else { names.append(String(name)) }
  }
  return names
}

private func percentEncoded(_ name: String) -> String {
  name.utf8.reduce(into: "") { encoded, byte in
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      encoded.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let hexadecimal = String(byte, radix: 16, uppercase: true)
      encoded += "%" + (byte < 16 ? "0" : "") + hexadecimal
    }
  }
}
