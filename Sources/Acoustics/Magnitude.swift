/// The largest magnitude of `samples`; 0 without any.
package func largestMagnitude(of samples: Span<Float>) -> Float {
  let whole = samples.count & ~7
  var largest = Lanes()
  let bytes = samples.bytes
  for i in stride(from: 0, to: whole * MemoryLayout<Float>.stride, by: MemoryLayout<Lanes>.size) {
    let lanes = bytes.unsafeLoadUnaligned(fromByteOffset: i, as: Lanes.self)
    largest.replace(with: lanes, where: lanes .> largest)
    largest.replace(with: -lanes, where: -lanes .> largest)
  }
  return (whole..<samples.count).reduce(largest.max()) { max($0, abs(samples[$1])) }
}
