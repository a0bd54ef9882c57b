import Glibc

/// A plan for the power spectrum of real blocks of one fixed, power-of-two size.
///
/// The even and odd samples make one complex block of half the size, which a radix-2 Stockham transform
/// (self-sorting, no bit reversal) turns into its spectrum; the two halves are then told apart. Sources:
/// J. W. Cooley, P. A. W. Lewis and P. D. Welch, J. Sound Vib. 12 (1970), p. 315, for the packing;
/// C. Van Loan, "Computational Frameworks for the Fast Fourier Transform" (1992), section 1.7.
package struct RealFFT: Sendable {
  /// Samples a block.
  package let size: Int
  /// Values in a power spectrum: `size / 2 + 1`, from 0 Hz to half the sample rate.
  package var binCount: Int { size / 2 + 1 }

  /// cos and -sin of 2 pi k / (size / 2), for the stages.
  private let stageCos: [Float]
  private let stageSin: [Float]
  /// cos and -sin of 2 pi k / size, to tell even from odd.
  private let splitCos: [Float]
  private let splitSin: [Float]
  private var re: [Float]
  private var im: [Float]
  private var reNext: [Float]
  private var imNext: [Float]

  /// A plan for blocks of `size` samples, a power of two of at least 4.
  package init(size: Int) {
    precondition(size >= 4 && size & (size - 1) == 0, "an FFT's size is a power of two of at least 4")
    self.size = size
    let half = size / 2
    func circle(_ count: Int, of period: Int) -> ([Float], [Float]) {
      let angles = (0..<count).map { -2 * Double.pi * Double($0) / Double(period) }
      return (angles.map { Float(cos($0)) }, angles.map { Float(sin($0)) })
    }
    (stageCos, stageSin) = circle(half / 2, of: half)
    (splitCos, splitSin) = circle(half + 1, of: size)
    re = [Float](repeating: 0, count: half)
    im = re
    reNext = re
    imNext = re
  }

  /// Writes |X[k]|^2 of `block` (`size` samples) into `spectrum` (`binCount` values), not normalised.
  package mutating func powerSpectrum(of block: [Float], into spectrum: inout [Float]) {
    precondition(block.count == size && spectrum.count == binCount)
    for i in 0..<size / 2 {
      re[i] = block[2 * i]
      im[i] = block[2 * i + 1]
    }
    transform()
    for k in 0..<binCount {
      let (x, y) = bin(k)
      spectrum[k] = x * x + y * y
    }
  }

  /// Writes the even sequence whose spectrum is `spectrum` into `sequence` (`binCount` values each), times `size`.
  ///
  /// Of a power spectrum this is the autocorrelation at lags 0...`size / 2` (Wiener and Khinchin).
  package mutating func evenSequence(of spectrum: [Float], into sequence: inout [Float]) {
    precondition(spectrum.count == binCount && sequence.count == binCount)
    // The spectrum of an even sequence is even and real, so that forward and inverse transform are the same.
    func mirrored(_ i: Int) -> Float { spectrum[i <= size / 2 ? i : size - i] }
    for i in 0..<size / 2 {
      re[i] = mirrored(2 * i)
      im[i] = mirrored(2 * i + 1)
    }
    transform()
    for k in 0..<binCount { sequence[k] = bin(k).re }
  }

  /// Bin `k` of the real block's spectrum: X[k] = E[k] + w^k O[k], with E and O from Z[k] and conj Z[half - k].
  @inline(__always)
  private func bin(_ k: Int) -> (re: Float, im: Float) {
    let half = size / 2
    let a = k == half ? 0 : k
    let b = k == 0 ? 0 : half - k
    let evenRe = 0.5 * (re[a] + re[b])
    let evenIm = 0.5 * (im[a] - im[b])
    let oddRe = 0.5 * (im[a] + im[b])
    let oddIm = 0.5 * (re[b] - re[a])
    return (
      evenRe + splitCos[k] * oddRe - splitSin[k] * oddIm,
      evenIm + splitCos[k] * oddIm + splitSin[k] * oddRe
    )
  }

  /// The complex transform of `re` and `im`, in place of them.
  private mutating func transform() {
    var length = size / 2
    var stride = 1
    while length > 1 {
      stage(length: length, stride: stride)
      swap(&re, &reNext)
      swap(&im, &imNext)
      length /= 2
      stride *= 2
    }
  }

  /// One radix-2 stage from `re`, `im` to `reNext`, `imNext`: `stride` interleaved transforms of `length`.
  private mutating func stage(length: Int, stride: Int) {
    let m = length / 2
    reNext.withUnsafeMutableBufferPointer { reOut in
      imNext.withUnsafeMutableBufferPointer { imOut in
        re.withUnsafeBufferPointer { reIn in
          im.withUnsafeBufferPointer { imIn in
            for p in 0..<m {
              let c = stageCos[p * stride]
              let s = stageSin[p * stride]
              let first = p * stride
              let second = (p + m) * stride
              let sum = 2 * p * stride
              let difference = sum + stride
              for q in 0..<stride {
                let aRe = reIn[first + q]
                let aIm = imIn[first + q]
                let bRe = reIn[second + q]
                let bIm = imIn[second + q]
                reOut[sum + q] = aRe + bRe
                imOut[sum + q] = aIm + bIm
                let dRe = aRe - bRe
                let dIm = aIm - bIm
                reOut[difference + q] = dRe * c - dIm * s
                imOut[difference + q] = dRe * s + dIm * c
              }
            }
          }
        }
      }
    }
  }
}
