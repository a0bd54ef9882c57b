import Glibc

/// A plan for the power spectra of a batch of real blocks of one fixed, power-of-two size.
///
/// The even and odd samples of a block make one complex block of half the size, from whose transform the real one's
/// follows. Source: J. W. Cooley, P. A. W. Lewis and P. D. Welch, J. Sound Vib. 12 (1970), p. 315.
package struct PowerSpectra: Sendable {
  /// Samples a block.
  package let size: Int
  /// Blocks in a batch.
  package let lanes: Int
  /// Values in a power spectrum: `size / 2 + 1`, from 0 Hz to half the sample rate.
  package var binCount: Int { size / 2 + 1 }

  private var fft: BatchedFFT
  /// cos and -sin of 2 pi k / size.
  private let cosines: [Float]
  private let sines: [Float]

  /// A plan for `lanes` blocks of `size` samples, a power of two of at least 4.
  package init(size: Int, lanes: Int) {
    precondition(size >= 4 && size & (size - 1) == 0, "an FFT's size is a power of two of at least 4")
    self.size = size
    self.lanes = lanes
    fft = BatchedFFT(size: size / 2, lanes: lanes)
    let angles = (0...size / 2).map { -2 * Double.pi * Double($0) / Double(size) }
    cosines = angles.map { Float(cos($0)) }
    sines = angles.map { Float(sin($0)) }
  }

  /// Sets block `lane` to the samples from `start` on in `samples`, each times the same of `window` (`size` values).
  package mutating func setBlock(_ lane: Int, to samples: [Float], from start: Int, window: [Float]) {
    precondition(lane < lanes && window.count == size && start + size <= samples.count)
    for i in 0..<size / 2 {
      fft.re[i * lanes + lane] = samples[start + 2 * i] * window[2 * i]
      fft.im[i * lanes + lane] = samples[start + 2 * i + 1] * window[2 * i + 1]
    }
  }

  /// Writes |X[k]|^2 of each block, not normalised: bin k of block f at `k * lanes + f` of `spectra`.
  package mutating func transform(into spectra: inout [Float]) {
    precondition(spectra.count == binCount * lanes)
    fft.transform()
    let half = size / 2
    let lanes = lanes
    fft.re.withUnsafeBufferPointer { re in
      fft.im.withUnsafeBufferPointer { im in
        spectra.withUnsafeMutableBufferPointer { spectra in
          // X[k] = E[k] + w^k O[k], with E and O from Z[k] and conj Z[half - k].
          for k in 0...half {
            let a = (k == half ? 0 : k) * lanes
            let b = (k == 0 ? 0 : half - k) * lanes
            let (c, s) = (cosines[k], sines[k])
            for f in 0..<lanes {
              let evenRe = 0.5 * (re[a + f] + re[b + f])
              let evenIm = 0.5 * (im[a + f] - im[b + f])
              let oddRe = 0.5 * (im[a + f] + im[b + f])
              let oddIm = 0.5 * (re[b + f] - re[a + f])
              let x = evenRe + c * oddRe - s * oddIm
              let y = evenIm + c * oddIm + s * oddRe
              spectra[k * lanes + f] = x * x + y * y
            }
          }
        }
      }
    }
  }
}
