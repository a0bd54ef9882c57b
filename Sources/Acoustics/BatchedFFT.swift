import Glibc

/// A plan for complex Fourier transforms of one power-of-two size, a batch of them at a time.
///
/// The batch lies interleaved: element i of transform f is at `i * lanes + f`. All transforms take the same steps, so
/// that the innermost loops run over neighbours in memory, which the compiler turns into vector instructions; the
/// order of operations within a transform does not depend on the batch.
///
/// A self-sorting radix-4 transform (Stockham), with one radix-2 stage where the size is not a power of four.
/// Source: C. Van Loan, "Computational Frameworks for the Fast Fourier Transform" (1992), sections 1.7 and 2.4.
package struct BatchedFFT: Sendable {
  /// Values in a transform.
  package let size: Int
  /// Transforms in a batch.
  package let lanes: Int
  /// The batch, `size * lanes` values each: input before a transform, output after it.
  package var re: [Float]
  package var im: [Float]

  private var reNext: [Float]
  private var imNext: [Float]
  /// cos and -sin of 2 pi k / size.
  private let cosines: [Float]
  private let sines: [Float]

  /// A plan for `lanes` transforms of `size` values, a power of two of at least 2.
  package init(size: Int, lanes: Int) {
    precondition(size >= 2 && size & (size - 1) == 0, "an FFT's size is a power of two of at least 2")
    precondition(lanes > 0, "a batch holds a transform at least")
    self.size = size
    self.lanes = lanes
    let angles = (0..<size).map { -2 * Double.pi * Double($0) / Double(size) }
    cosines = angles.map { Float(cos($0)) }
    sines = angles.map { Float(sin($0)) }
    re = [Float](repeating: 0, count: size * lanes)
    (im, reNext, imNext) = (re, re, re)
  }

  /// Replaces `re` and `im` by their transforms, not normalised.
  package mutating func transform() {
    var length = size
    var stride = 1
    while length > 1 {
      let radix = length % 4 == 0 ? 4 : 2
      re.withUnsafeBufferPointer { re in
        im.withUnsafeBufferPointer { im in
          reNext.withUnsafeMutableBufferPointer { reNext in
            imNext.withUnsafeMutableBufferPointer { imNext in
              let stage = Stage(
                length: length, stride: stride, lanes: lanes, cosines: cosines, sines: sines, re: re, im: im,
                reNext: reNext, imNext: imNext)
              if radix == 4 { stage.radix4() } else { stage.radix2() }
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

/// One stage: `stride * lanes` interleaved transforms of `length` values, each cut into 4 or 2 shorter ones.
private struct Stage {
  var length: Int
  var stride: Int
  var lanes: Int
  var cosines: [Float]
  var sines: [Float]
  var re: UnsafeBufferPointer<Float>
  var im: UnsafeBufferPointer<Float>
  var reNext: UnsafeMutableBufferPointer<Float>
  var imNext: UnsafeMutableBufferPointer<Float>

  func radix2() {
    let width = stride * lanes
    let half = length / 2
    for p in 0..<half {
      let (c, s) = (cosines[p * stride], sines[p * stride])
      let a = p * width
      let b = (p + half) * width
      let sum = 2 * p * width
      let difference = sum + width
      for q in 0..<width {
        let (dRe, dIm) = (re[a + q] - re[b + q], im[a + q] - im[b + q])
        reNext[sum + q] = re[a + q] + re[b + q]
        imNext[sum + q] = im[a + q] + im[b + q]
        reNext[difference + q] = dRe * c - dIm * s
        imNext[difference + q] = dRe * s + dIm * c
      }
    }
  }

  func radix4() {
    let width = stride * lanes
    let quarter = length / 4
    for p in 0..<quarter {
      let (c1, s1) = (cosines[p * stride], sines[p * stride])
      let (c2, s2) = (cosines[2 * p * stride], sines[2 * p * stride])
      let (c3, s3) = (cosines[3 * p * stride], sines[3 * p * stride])
      let a = p * width
      let b = a + quarter * width
      let c = b + quarter * width
      let d = c + quarter * width
      let out = 4 * p * width
      for q in 0..<width {
        // Sums and differences of a, c and of b, d; then those of the pairs, the second turned by -i.
        let (acRe, acIm) = (re[a + q] + re[c + q], im[a + q] + im[c + q])
        let (bdRe, bdIm) = (re[b + q] + re[d + q], im[b + q] + im[d + q])
        let (acDRe, acDIm) = (re[a + q] - re[c + q], im[a + q] - im[c + q])
        let (bdDRe, bdDIm) = (re[b + q] - re[d + q], im[b + q] - im[d + q])
        reNext[out + q] = acRe + bdRe
        imNext[out + q] = acIm + bdIm
        let (x1Re, x1Im) = (acDRe + bdDIm, acDIm - bdDRe)
        reNext[out + width + q] = x1Re * c1 - x1Im * s1
        imNext[out + width + q] = x1Re * s1 + x1Im * c1
        let (x2Re, x2Im) = (acRe - bdRe, acIm - bdIm)
        reNext[out + 2 * width + q] = x2Re * c2 - x2Im * s2
        imNext[out + 2 * width + q] = x2Re * s2 + x2Im * c2
        let (x3Re, x3Im) = (acDRe - bdDIm, acDIm + bdDRe)
        reNext[out + 3 * width + q] = x3Re * c3 - x3Im * s3
        imNext[out + 3 * width + q] = x3Re * s3 + x3Im * c3
      }
    }
  }
}
