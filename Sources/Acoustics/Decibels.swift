import Glibc

/// Ten times the decimal logarithm of a power ratio; `floor` (dB) where the power is not above zero.
package func decibels(ofPower power: Double, floor: Double = -200) -> Double {
  power > 0 ? max(floor, 10 * log10(power)) : floor
}

/// The power ratio of a level in decibels.
package func power(ofDecibels decibels: Double) -> Double {
  pow(10, decibels / 10)
}
