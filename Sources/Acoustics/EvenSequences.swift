/// A plan for the even sequences that belong to real spectra, sixteen at a time.
///
/// Of a power spectrum the even sequence is the autocorrelation (Wiener and Khinchin). A real and even spectrum
/// transforms into a real one, so that two share one complex transform, one in each part.
package struct EvenSequences: Sendable {
  /// Values in a whole period; a spectrum and its sequence are given by their first `size / 2 + 1`.
  package let size: Int
  /// Values of a spectrum, and of a sequence.
  package var binCount: Int { size / 2 + 1 }

  private var fft: BatchedFFT

  /// A plan for sequences with a period of `size`, a power of two of at least 2.
  package init(size: Int) {
    self.size = size
    fft = BatchedFFT(size: size)
  }

  /// Replaces eight spectra and eight others (`binCount` values each) by their sequences, times `size`.
  package mutating func transform(_ first: inout [Lanes], _ second: inout [Lanes]) {
    precondition(first.count == binCount && second.count == binCount)
    for i in 0..<size {
      let bin = i <= size / 2 ? i : size - i
      fft.re[i] = first[bin]
      fft.im[i] = second[bin]
    }
    fft.transform()
    for k in 0..<binCount {
      first[k] = fft.re[k]
      second[k] = fft.im[k]
    }
  }
}
