/// The one line about a file whose length is not what its header says.
struct Remark {
  private let name: String
  private let rate: Double

  /// - Parameters:
  ///   - path: the file; only its last part is printed.
  ///   - sampleRate: frames a second.
  init(path: String, sampleRate: Int) {
    name = fileName(path)
    rate = Double(sampleRate)
  }

  private func seconds(_ frames: Double) -> String { "\(decimal(frames / rate, places: 1)) s" }

  /// The header is wrong about the length, and the sound is read to the end of the file: `frames` of it.
  ///
  /// Where `bytesPerFrame` varies it is nil; then the bytes that the file has tell how many make a second.
  func about(_ claim: LengthClaim, availableBytes: Int, frames: Int, bytesPerFrame: Int?) -> String {
    let frameBytes = bytesPerFrame.map(Double.init) ?? Double(availableBytes) / Double(max(1, frames))
    func claimed(_ bytes: Int) -> String {
      bytes == 0 ? "0 s" : seconds(Double(bytes) / frameBytes)
    }
    let what =
      switch claim {
      case .unfinished(let bytes): "was not finished (its header says \(claimed(bytes)))"
      case .notGiven: "was not finished (its header gives no length)"
      case .cutOff(let bytes): "is cut off (its header says \(claimed(bytes)))"
      }
    return "\(name) \(what); read to the end of the file: \(seconds(Double(frames)))."
  }

  /// An Ogg file has no last page; its length is not known before it was read.
  func withoutEnd(frames: Int?) -> String {
    let length = frames.map { ": \(seconds(Double($0)))" } ?? ""
    return "\(name) was not finished (it has no end mark); read as far as it can be decoded\(length)."
  }

  /// The decoder gave fewer frames than the header says.
  func short(of expected: Int, frames: Int) -> String {
    """
    \(name) is cut off or damaged (its header says \(seconds(Double(expected)))); \
    read as far as it can be decoded: \(seconds(Double(frames))).
    """
  }
}
