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

  /// The sequences of the first eight spectra, times `size`; values from `binCount` on mirror those before.
  package var first: [Lanes] { fft.re }
  /// The sequences of the second eight spectra.
  package var second: [Lanes] { fft.im }

  /// Makes the sequences of eight spectra and of eight others (`binCount` values each).
  package mutating func transform(_ first: [Lanes], _ second: [Lanes]) {
    precondition(first.count == binCount && second.count == binCount)
    let (half, size) = (size / 2, size)
    fft.setInput { re, im in
      for k in 0...half {
        re[k] = first[k]
        im[k] = second[k]
      }
      for k in half + 1..<max(half + 1, size) {
        re[k] = first[size - k]
        im[k] = second[size - k]
      }
    }
    fft.transform()
  }
}
