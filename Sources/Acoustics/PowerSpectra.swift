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
    load(samples, from: starts, window: window)
    fft.transform()
    // X[k] = E[k] + w^k O[k] and conj X[half - k] = E[k] - w^k O[k], with 2 E and 2 i O the sum and the difference of
    // Z[k] and conj Z[half - k].
    let half = size / 2
    let (re, im) = (fft.re.span, fft.im.span)
    var spectra = spectra.mutableSpan
    for k in 0...half / 2 {
      let mirror = (half - k) & (half - 1)
      let (aRe, aIm, bRe, bIm) = (re[k], im[k], re[mirror], im[mirror])
      let (evenRe, evenIm) = (aRe + bRe, aIm - bIm)
      let (oddRe, oddIm) = (aIm + bIm, bRe - aRe)
      let turnedRe = oddRe * cosines[k] - oddIm * sines[k]
      let turnedIm = oddIm * cosines[k] + oddRe * sines[k]
      let (x, y) = (evenRe + turnedRe, evenIm + turnedIm)
      let (u, v) = (evenRe - turnedRe, evenIm - turnedIm)
      spectra[k] = 0.25 * (x * x + y * y)
      spectra[half - k] = 0.25 * (u * u + v * v)
    }
  }

  /// Sets the FFT's input to the windowed blocks, their even samples as real and their odd ones as imaginary parts.
  private mutating func load(_ samples: [Float], from starts: SIMD8<Int>, window: [Float]) {
    let bytesInSample = MemoryLayout<Float>.stride
    let size = size
    samples.withUnsafeBytes { samples in
      // Four samples of four blocks, turned so that each vector holds one sample of each block.
      @inline(__always) func columns(_ i: Int, _ blocks: SIMD4<Int>) -> (
        SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>
      ) {
        func row(_ block: Int) -> SIMD4<Float> {
          samples.loadUnaligned(fromByteOffset: (blocks[block] + i) * bytesInSample, as: SIMD4<Float>.self)
        }
        return transposed(row(0), row(1), row(2), row(3))
      }
      fft.setInput { re, im in
        for i in stride(from: 0, to: size, by: 4) {
          let (low, high) = (columns(i, starts.lowHalf), columns(i, starts.highHalf))
          re[i / 2] = Lanes(lowHalf: low.0, highHalf: high.0) * window[i]
          im[i / 2] = Lanes(lowHalf: low.1, highHalf: high.1) * window[i + 1]
          re[i / 2 + 1] = Lanes(lowHalf: low.2, highHalf: high.2) * window[i + 2]
          im[i / 2 + 1] = Lanes(lowHalf: low.3, highHalf: high.3) * window[i + 3]
        }
      }
    }
  }
}
