/// A sample as a microphone delivers it.
protocol Sample: BitwiseCopyable {
  /// The sample where full scale is -1...1.
  var amplitude: Float { get }
}

// An integer is divided by the magnitude of its lowest value, as libsndfile does: a power of two, so that 16
// bits come through exactly.

extension Int16: Sample {
  var amplitude: Float { Float(self) / 32_768 }
}

extension Int32: Sample {
  var amplitude: Float { Float(self) / 2_147_483_648 }
}

extension Float: Sample {
  var amplitude: Float { self }
}
