import Glibc

/// A plan for the power spectra of eight real blocks of one fixed, power-of-two size.
///
/// The even and odd samples of a block make one complex block of half the size, from whose transform the real one's
/// follows. Source: J. W. Cooley, P. A. W. Lewis and P. D. Welch, J. Sound Vib. 12 (1970), p. 315.
package struct PowerSpectra: Sendable {
  /// Samples a block.
  package let size: Int
  /// Values in a power spectrum: `size / 2 + 1`, from 0 Hz to half the sample rate.
  package var binCount: Int { size / 2 + 1 }

  private var fft: BatchedFFT
  /// cos and -sin of 2 pi k / size.
  private let cosines: [Float]
  private let sines: [Float]

  /// A plan for blocks of `size` samples, a power of two of at least 4.
  package init(size: Int) {
    precondition(size >= 4 && size & (size - 1) == 0, "an FFT's size is a power of two of at least 4")
    self.size = size
    fft = BatchedFFT(size: size / 2)
    let angles = (0...size / 2).map { -2 * Double.pi * Double($0) / Double(size) }
    cosines = angles.map { Float(cos($0)) }
    sines = angles.map { Float(sin($0)) }
  }

  /// Writes |X[k]|^2 of each block, not normalised, into `spectra` (`binCount` values).
  ///
  /// Block f is `size` samples of `samples` from `starts[f]` on, each times the same of `window`.
  package mutating func transform(
    _ samples: [Float], from starts: SIMD8<Int>, window: [Float], into spectra: inout [Lanes]
  ) {
    precondition(window.count == size && spectra.count == binCount)
    precondition(starts.min() >= 0 && starts.max() + size <= samples.count)
    samples.withUnsafeBufferPointer { samples in
      for i in 0..<size / 2 {
        var (even, odd) = (Lanes(), Lanes())
        for f in 0..<Lanes.scalarCount {
          even[f] = samples[starts[f] + 2 * i]
          odd[f] = samples[starts[f] + 2 * i + 1]
        }
        fft.re[i] = even * window[2 * i]
        fft.im[i] = odd * window[2 * i + 1]
      }
    }
    fft.transform()
    // X[k] = E[k] + w^k O[k], with E and O from Z[k] and conj Z[half - k].
    let half = size / 2
    for k in 0...half {
      let a = k == half ? 0 : k
      let b = k == 0 ? 0 : half - k
      let (aRe, aIm, bRe, bIm) = (fft.re[a], fft.im[a], fft.re[b], fft.im[b])
      let (evenRe, evenIm) = ((aRe + bRe) * 0.5, (aIm - bIm) * 0.5)
      let (oddRe, oddIm) = ((aIm + bIm) * 0.5, (bRe - aRe) * 0.5)
      let x = evenRe + oddRe * cosines[k] - oddIm * sines[k]
      let y = evenIm + oddIm * cosines[k] + oddRe * sines[k]
      spectra[k] = x * x + y * y
    }
  }
}
