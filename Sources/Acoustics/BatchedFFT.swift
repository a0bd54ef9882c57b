import Glibc

/// One value of each of eight transforms, blocks or frames that are worked on together.
package typealias Lanes = SIMD8<Float>

/// A plan for complex Fourier transforms of one power-of-two size, eight of them at a time.
///
/// All eight take the same steps, one in each lane of a vector; what a transform gives does not depend on the others.
///
/// A self-sorting radix-4 transform (Stockham), with one radix-2 stage where the size is not a power of four.
/// Source: C. Van Loan, "Computational Frameworks for the Fast Fourier Transform" (1992), sections 1.7 and 2.4.
package struct BatchedFFT: Sendable {
  /// Values in a transform.
  package let size: Int
  /// The values, `size` of them: input before a transform, output after it.
  package private(set) var re: [Lanes]
  package private(set) var im: [Lanes]

  private var reNext: [Lanes]
  private var imNext: [Lanes]
  /// cos and -sin of 2 pi k / size.
  private let cosines: [Float]
  private let sines: [Float]

  /// A plan for transforms of `size` values, a power of two of at least 2.
  package init(size: Int) {
    precondition(size >= 2 && size & (size - 1) == 0, "an FFT's size is a power of two of at least 2")
    self.size = size
    let angles = (0..<size).map { -2 * Double.pi * Double($0) / Double(size) }
    cosines = angles.map { Float(cos($0)) }
    sines = angles.map { Float(sin($0)) }
    re = [Lanes](repeating: .zero, count: size)
    (im, reNext, imNext) = (re, re, re)
  }

  /// Lets `write` set the values of the next transform: real and imaginary parts, `size` of each.
  package mutating func setInput(
    _ write: (_ re: UnsafeMutableBufferPointer<Lanes>, _ im: UnsafeMutableBufferPointer<Lanes>) -> Void
  ) {
    re.withUnsafeMutableBufferPointer { re in
      im.withUnsafeMutableBufferPointer { im in write(re, im) }
    }
  }

  /// Replaces `re` and `im` by their transforms, not normalised.
  package mutating func transform() {
    var length = size
    var stride = 1
    let (cosines, sines) = (cosines, sines)
    while length > 1 {
      let radix = length % 4 == 0 ? 4 : 2
      re.withHalves { re in
        im.withHalves { im in
          reNext.withHalves { reNext in
            imNext.withHalves { imNext in
              let stage = Stage(
                length: length, stride: 2 * stride, re: re, im: im, reNext: reNext, imNext: imNext)
              if radix == 4 {
                stage.radix4(cosines: cosines.span, sines: sines.span, step: stride)
              } else {
                stage.radix2(cosines: cosines.span, sines: sines.span, step: stride)
              }
            }
          }
        }
      }
      swap(&re, &reNext)
      swap(&im, &imNext)
      length /= radix
      stride *= radix
    }
  }
}

/// Half of the lanes: a butterfly on so many keeps within the sixteen vector registers of every x86-64.
private typealias HalfLanes = SIMD4<Float>

extension [Lanes] {
  /// Lets `work` see the values as halves, twice as many.
  fileprivate mutating func withHalves(_ work: (UnsafeMutableBufferPointer<HalfLanes>) -> Void) {
    withUnsafeMutableBytes { work($0.bindMemory(to: HalfLanes.self)) }
  }
}

/// One stage: `stride` interleaved transforms of `length` values, each cut into 4 or 2 shorter ones.
private struct Stage {
  var length: Int
  var stride: Int
  var re: UnsafeMutableBufferPointer<HalfLanes>
  var im: UnsafeMutableBufferPointer<HalfLanes>
  var reNext: UnsafeMutableBufferPointer<HalfLanes>
  var imNext: UnsafeMutableBufferPointer<HalfLanes>

  /// The twiddle factors are every `step`-th of `cosines` and `sines`.
  func radix2(cosines: Span<Float>, sines: Span<Float>, step: Int) {
    let half = length / 2
    for p in 0..<half {
      let (c, s) = (cosines[p * step], sines[p * step])
      for q in 0..<stride {
        let a = p &* stride &+ q
        let b = a &+ half &* stride
        let out = a &+ p &* stride
        let (aRe, aIm, bRe, bIm) = (re[a], im[a], re[b], im[b])
        reNext[out] = aRe + bRe
        imNext[out] = aIm + bIm
        turn(aRe - bRe, aIm - bIm, by: c, s, into: out &+ stride)
      }
    }
  }

  /// As `radix2`.
  func radix4(cosines: Span<Float>, sines: Span<Float>, step: Int) {
    let quarter = length / 4
    for p in 0..<quarter {
      let (c1, s1) = (cosines[p * step], sines[p * step])
      let (c2, s2) = (cosines[2 * p * step], sines[2 * p * step])
      let (c3, s3) = (cosines[3 * p * step], sines[3 * p * step])
      for q in 0..<stride {
        let a = p &* stride &+ q
        let b = a &+ quarter &* stride
        let c = b &+ quarter &* stride
        let d = c &+ quarter &* stride
        let out = a &+ 3 &* p &* stride
        // Sums and differences of a, c and of b, d; then those of the pairs, the second turned by -i.
        let (aRe, aIm, bRe, bIm) = (re[a], im[a], re[b], im[b])
        let (cRe, cIm, dRe, dIm) = (re[c], im[c], re[d], im[d])
        let (sumRe, sumIm) = (aRe + cRe, aIm + cIm)
        let (otherSumRe, otherSumIm) = (bRe + dRe, bIm + dIm)
        reNext[out] = sumRe + otherSumRe
        imNext[out] = sumIm + otherSumIm
        turn(sumRe - otherSumRe, sumIm - otherSumIm, by: c2, s2, into: out &+ 2 &* stride)
        let (differenceRe, differenceIm) = (aRe - cRe, aIm - cIm)
        let (otherRe, otherIm) = (bRe - dRe, bIm - dIm)
        turn(differenceRe + otherIm, differenceIm - otherRe, by: c1, s1, into: out &+ stride)
        turn(differenceRe - otherIm, differenceIm + otherRe, by: c3, s3, into: out &+ 3 &* stride)
      }
    }
  }

  /// Writes (x + iy)(c + is) at `out`.
  @inline(__always)
  private func turn(_ x: HalfLanes, _ y: HalfLanes, by c: Float, _ s: Float, into out: Int) {
    reNext[out] = x * c - y * s
    imNext[out] = x * s + y * c
  }
}
