import Foundation

/// What a person may call the take in the file `file`, in small letters.
///
/// `6-probe-acceptance.wav` goes by its name with or without its ending, by its number, by `probe-acceptance` and by
/// `acceptance`.
package func namesOfTake(_ file: String) -> Set<String> {
  let name = (file as NSString).lastPathComponent.lowercased()
  let stem = (name as NSString).deletingPathExtension
  let parts = stem.split(separator: "-", maxSplits: 1).map(String.init)
  var names: Set<String> = [name, stem]
  guard parts.count == 2, Int(parts[0]) != nil else { return names }
  names.formUnion(parts)
  if parts[1].hasPrefix("probe-") { names.insert(String(parts[1].dropFirst(6))) }
  return names
}
