import Capture

/// How loud the microphone hears the candidate, as a bar from -60 dBFS to full scale and in words.
struct LevelMeter {
  /// `Level ██████████····  -24 dB`, with a word where it is too loud.
  let line: String
  let isTooLoud: Bool

  /// A meter of `cells` cells.
  init(_ level: SignalLevel, cells: Int) {
    let lowest: Float = -60
    let share = max(0, min(1, (level.rootMeanSquare - lowest) / -lowest))
    let filled = level.rootMeanSquare.isFinite ? Int((share * Float(cells)).rounded()) : 0
    // Within a decibel of full scale a louder word would be clipped.
    isTooLoud = level.peak > -1
    let figure = level.rootMeanSquare.isFinite ? "\(Int(level.rootMeanSquare.rounded())) dB" : "silence"
    line =
      "Level " + String(repeating: "█", count: filled) + String(repeating: "·", count: cells - filled)
      + "  " + figure + (isTooLoud ? ", too loud: move back or turn it down" : "")
  }
}
