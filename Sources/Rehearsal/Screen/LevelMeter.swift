import Capture

/// How loud the microphone hears the candidate, as a bar from -60 dBFS to full scale and in words.
struct LevelMeter {
  /// `Level ██████████····  -24 dB`, with a word where it is too loud; one line of a steady shape, since it changes all
  /// the time.
  let line: String
  let isTooLoud: Bool

  /// A meter within `width` columns, its bar of 20 cells where there is room.
  init(_ level: SignalLevel, width: Int) {
    let lowest: Float = -60
    let share = max(0, min(1, (level.rootMeanSquare - lowest) / -lowest))
    // Within a decibel of full scale a louder word would be clipped.
    isTooLoud = level.peak > -1
    let figure = level.rootMeanSquare.isFinite ? "\(Int(level.rootMeanSquare.rounded())) dB" : "silence"
    let (warning, advice) = (", too loud", ": move back or turn it down")
    let cells = max(4, min(20, width - "Level   silence".count - warning.count))
    let filled = level.rootMeanSquare.isFinite ? Int((share * Float(cells)).rounded()) : 0
    let meter =
      "Level " + String(repeating: "█", count: filled) + String(repeating: "·", count: cells - filled) + "  " + figure
    let words = meter.count + warning.count + advice.count <= width ? warning + advice : warning
    line = meter + (isTooLoud ? words : "")
  }
}
