import Glibc

/// Two groups of values held against each other by Student's t test, their variance taken to be one.
struct StudentT: Equatable {
  /// The difference of the means, `first` less `second`, in standard errors; infinite where nothing scatters.
  let statistic: Double
  let degreesOfFreedom: Int

  /// The test of `first` against `second`; `nil` where one is empty or there are fewer than three values.
  init?(_ first: [Double], against second: [Double]) {
    guard !first.isEmpty, !second.isEmpty, first.count + second.count >= 3 else { return nil }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func squares(_ values: [Double]) -> Double {
      let mean = mean(values)
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    degreesOfFreedom = first.count + second.count - 2
    let variance = (squares(first) + squares(second)) / Double(degreesOfFreedom)
    let error = (variance * (1 / Double(first.count) + 1 / Double(second.count))).squareRoot()
    let difference = mean(first) - mean(second)
    // Rounding leaves a scatter of some 1e-16 in values that are all the same.
    statistic = abs(difference) < 1e-12 ? 0 : error < 1e-12 ? .infinity * difference : difference / error
  }

  /// How likely a statistic as far from 0 is, in either direction, where nothing but chance is at work.
  var probability: Double {
    guard statistic.isFinite else { return 0 }
    let degrees = Double(degreesOfFreedom)
    return regularizedBeta(degrees / (degrees + statistic * statistic), degrees / 2, 0.5)
  }
}

/// The regularized incomplete beta function I_x(a, b), for x in 0...1 and positive a and b, to about 1e-12.
///
/// The continued fraction of the NIST Digital Library of Mathematical Functions, 8.17.22, evaluated from its first term
/// on (W. J. Lentz, Applied Optics 15 (1976), p. 668).
func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  if x <= 0 { return 0 }
  if x >= 1 { return 1 }
  // It converges quickly below the mean; above it, I_x(a, b) = 1 - I_1-x(b, a).
  if x > (a + 1) / (a + b + 2) { return 1 - regularizedBeta(1 - x, b, a) }
  let tiny = 1e-300
  func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  func coefficient(_ index: Int) -> Double {
    let m = Double(index / 2)
    return index % 2 == 0
      ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
  }
  var fraction = 1.0
  var numerator = 1.0
  var denominator = 0.0
  for index in 1...500 {
    let term = coefficient(index)
    denominator = 1 / kept(1 + term * denominator)
    numerator = kept(1 + term / numerator)
    let factor = numerator * denominator
    fraction *= factor
    if abs(factor - 1) < 1e-14 { break }
  }
  let logBeta = lgamma(a) + lgamma(b) - lgamma(a + b)
  return exp(a * log(x) + b * log(1 - x) - logBeta) / (a * fraction)
}
