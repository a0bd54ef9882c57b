import Acoustics

/// The lags at which the harmonics in `spectra` come back in phase, near the whole `lags`, lane by lane.
///
/// `spectra` holds the fourth roots of the powers of 31.25 Hz bins; lags are in samples at 8 kHz. With the bins'
/// magnitudes m, the sum of m sin(2 pi k t / 256) over the bins k is the Hilbert transform of their autocorrelation at
/// the lag t: it passes zero where that has its peak. The window's main lobe, whose sequence is real and positive,
/// only scales it: nothing has to be divided out, and a tone alone is read as well as a voice.
///
/// Newton's method, two steps: one in which the harmonics under 1 kHz find the place, one with those under 2 kHz.
/// Above, noise and the movement of the pitch within a window outweigh what a harmonic adds.
func refinedLags(near lags: Lanes, in spectra: [Lanes]) -> Lanes {
  let farthest = lags * 0.06
  var refined = lags
  for lastBin in [32, 64] {
    // Both sums by Clenshaw's recurrence, from the highest bin down.
    let (cosine, sine) = cosineAndSine(of: refined * radiansInLag)
    let double = 2 * cosine
    var (sines, lastSines) = (Lanes(), Lanes())
    var (cosines, lastCosines) = (Lanes(), Lanes())
    var bin = lastBin
    while bin > 0 {
      let magnitude = spectra[bin] * spectra[bin]
      (sines, lastSines) = (magnitude + double * sines - lastSines, sines)
      (cosines, lastCosines) = (magnitude * Float(bin) + double * cosines - lastCosines, cosines)
      bin -= 1
    }
    let sum = sines * sine
    let slope = cosines * cosine - lastCosines
    var step = sum / (slope * radiansInLag)
    step.replace(with: farthest, where: step .> farthest)
    step.replace(with: -farthest, where: step .< -farthest)
    refined -= step.replacing(with: 0, where: slope .<= 0)
  }
  return refined
}

/// The angle by which a lag of one sample turns a bin against the one before.
private let radiansInLag = 2 * Float.pi / 256

/// Cosine and sine of `angles` from 0 to pi, by their series about pi/2, to within 1e-6.
private func cosineAndSine(of angles: Lanes) -> (Lanes, Lanes) {
  let x = angles - Float.pi / 2
  let square = x * x
  var (even, odd) = (Lanes(repeating: 1), Lanes(repeating: 1))
  for n in stride(from: 12, through: 2, by: -2) {
    even = 1 - square * even / Float((n - 1) * n)
    odd = 1 - square * odd / Float(n * (n + 1))
  }
  return (-x * odd, even)
}
