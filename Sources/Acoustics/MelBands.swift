import Glibc

/// Triangular bands, evenly spaced on the mel scale, over a power spectrum.
///
/// mel = 2595 log10(1 + f / 700); each band's weights add up to one, so that a flat spectrum gives equal bands.
/// Source: S. B. Davis and P. Mermelstein, IEEE Trans. ASSP 28 (1980), p. 357; scale after D. O'Shaughnessy,
/// "Speech communication" (1987), p. 150.
package struct MelBands: Sendable {
  /// How many bands there are.
  package let count: Int

  private let firstBins: [Int]
  private let weights: [[Float]]

  /// `count` bands from `lowest` to `highest` Hz over the bins of an FFT of `size` samples at `sampleRate`.
  package init(count: Int, lowest: Double, highest: Double, size: Int, sampleRate: Int) {
    func mel(_ frequency: Double) -> Double { 2595 * log10(1 + frequency / 700) }
    func frequency(_ mel: Double) -> Double { 700 * (pow(10, mel / 2595) - 1) }
    let step = (mel(highest) - mel(lowest)) / Double(count + 1)
    let edges = (0..<count + 2).map { frequency(mel(lowest) + Double($0) * step) }
    let binWidth = Double(sampleRate) / Double(size)
    var firstBins: [Int] = []
    var weights: [[Float]] = []
    for band in 0..<count {
      let (low, centre, high) = (edges[band], edges[band + 1], edges[band + 2])
      let bins =
        Int((low / binWidth).rounded(.up))...max(Int((low / binWidth).rounded(.up)), Int(high / binWidth))
      let triangle = bins.map { bin -> Double in
        let f = Double(bin) * binWidth
        return max(0, min((f - low) / (centre - low), (high - f) / (high - centre)))
      }
      let sum = triangle.reduce(0, +)
      firstBins.append(bins.lowerBound)
      weights.append(triangle.map { Float($0 / max(sum, .leastNormalMagnitude)) })
    }
    self.count = count
    self.firstBins = firstBins
    self.weights = weights
  }

  /// Writes the band powers of eight spectra into `bands` (`count` values).
  package func powers(of spectra: [Lanes], into bands: inout [Lanes]) {
    precondition(bands.count == count)
    for band in 0..<count {
      var sum = Lanes()
      for (bin, weight) in zip(spectra[firstBins[band]...], weights[band]) { sum += bin * weight }
      bands[band] = sum
    }
  }
}
