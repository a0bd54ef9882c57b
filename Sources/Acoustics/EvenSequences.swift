/// A plan for the even sequences that belong to real spectra, a batch at a time.
///
/// Of a power spectrum the even sequence is the autocorrelation (Wiener and Khinchin). A real and even spectrum
/// transforms into a real one, so that two share one complex transform, one in each part.
package struct EvenSequences: Sendable {
  /// Values in a whole period; a spectrum and its sequence are given by their first `size / 2 + 1`.
  package let size: Int
  /// Spectra in a batch, an even number.
  package let lanes: Int
  /// Values of a spectrum, and of a sequence.
  package var binCount: Int { size / 2 + 1 }

  private var fft: BatchedFFT

  /// A plan for `lanes` (an even number) sequences with a period of `size`, a power of two of at least 2.
  package init(size: Int, lanes: Int) {
    precondition(lanes > 0 && lanes % 2 == 0, "two sequences share a transform")
    self.size = size
    self.lanes = lanes
    fft = BatchedFFT(size: size, lanes: lanes / 2)
  }

  /// Writes the sequences of `spectra` (bin k of spectrum f at `k * lanes + f`) into `sequences`, times `size`.
  package mutating func transform(_ spectra: [Float], into sequences: inout [Float]) {
    precondition(spectra.count == binCount * lanes && sequences.count == binCount * lanes)
    let pairs = lanes / 2
    for i in 0..<size {
      let bin = (i <= size / 2 ? i : size - i) * lanes
      for f in 0..<pairs {
        fft.re[i * pairs + f] = spectra[bin + f]
        fft.im[i * pairs + f] = spectra[bin + pairs + f]
      }
    }
    fft.transform()
    for k in 0..<binCount {
      for f in 0..<pairs {
        sequences[k * lanes + f] = fft.re[k * pairs + f]
        sequences[k * lanes + pairs + f] = fft.im[k * pairs + f]
      }
    }
  }
}
