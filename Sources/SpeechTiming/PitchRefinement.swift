import Acoustics

/// Moves three whole `lags`, lane by lane, to where the harmonics in `spectra` come back in phase near them.
///
/// `spectra` holds the fourth roots of the powers of 31.25 Hz bins; lags are in samples at 8 kHz. With the bins'
/// magnitudes m, the sum of m sin(2 pi k t / 256) over the bins k is the Hilbert transform of their autocorrelation at
/// the lag t: it passes zero where that has its peak. The window's main lobe, whose sequence is real and positive,
/// only scales it: nothing has to be divided out, and a tone alone is read as well as a voice.
///
/// Newton's method, two steps: one in which the harmonics under 1 kHz find the place, one with those under 2 kHz.
/// Above, noise and the movement of the pitch within a window outweigh what a harmonic adds.
func refine(_ lags: inout (Lanes, Lanes, Lanes), in spectra: [Lanes]) {
  for lastBin in [32, 64] {
    var series = (HarmonicSeries(at: lags.0), HarmonicSeries(at: lags.1), HarmonicSeries(at: lags.2))
    for bin in (1...lastBin).reversed() {
      let magnitude = spectra[bin] * spectra[bin]
      let weighted = magnitude * Float(bin)
      series.0.add(magnitude, weighted: weighted)
      series.1.add(magnitude, weighted: weighted)
      series.2.add(magnitude, weighted: weighted)
    }
    lags.0 -= series.0.step
    lags.1 -= series.1.step
    lags.2 -= series.2.step
  }
}

/// The sums of m sin(k x) and of k m cos(k x), by Clenshaw's recurrence from the highest bin down, at one lag a lane.
private struct HarmonicSeries {
  private let lag: Lanes
  private let cosine: Lanes
  private let sine: Lanes
  private let double: Lanes
  private var (sines, lastSines) = (Lanes(), Lanes())
  private var (cosines, lastCosines) = (Lanes(), Lanes())

  /// The angle by which a lag of one sample turns a bin against the one before.
  private static let radiansInLag = 2 * Float.pi / 256

  init(at lag: Lanes) {
    self.lag = lag
    (cosine, sine) = cosineAndSine(of: lag * Self.radiansInLag)
    double = 2 * cosine
  }

  @inline(__always)
  mutating func add(_ magnitude: Lanes, weighted: Lanes) {
    (sines, lastSines) = (magnitude + double * sines - lastSines, sines)
    (cosines, lastCosines) = (weighted + double * cosines - lastCosines, cosines)
  }

  /// How far the zero lies before the lag, after Newton: at most 6 % of it, and nothing where the sum falls.
  var step: Lanes {
    let sum = sines * sine
    let slope = (cosines * cosine - lastCosines) * Self.radiansInLag
    let farthest = lag * 0.06
    let step = sum / slope
    return step.replacing(with: farthest, where: step .> farthest).replacing(with: -farthest, where: step .< -farthest)
      .replacing(with: 0, where: slope .<= 0)
  }
}

/// Cosine and sine of `angles` from 0 to pi, by their series about pi/2, to within 1e-6.
private func cosineAndSine(of angles: Lanes) -> (Lanes, Lanes) {
  let x = angles - Float.pi / 2
  let square = x * x
  var (even, odd) = (Lanes(), Lanes())
  for (cosine, sine) in reciprocalFactorials {
    even = cosine - even * square
    odd = sine - odd * square
  }
  return (-x * odd, even)
}

/// 1 / (2n)! and 1 / (2n + 1)!, from n = 6 down to 0.
private let reciprocalFactorials: [(Float, Float)] = (0...6).reversed().map { n in
  let even = (1..<2 * n + 1).reduce(1) { $0 * Double($1) }
  return (Float(1 / even), Float(1 / (even * Double(2 * n + 1))))
}
