import Testing

@testable import SoundFiles

@Suite struct ChannelMixTests {
  private let float = SoundFormat.lossless[4]

  /// Writes channels side by side as 32-bit float and reads them back as one.
  private func mixed(_ channels: [[Float]]) throws -> ReadSound {
    let folder = try TemporaryFolder()
    let path = folder.file("channels.wav")
    let frames = channels.map(\.count).min() ?? 0
    let interleaved = (0..<frames).flatMap { frame in channels.map { $0[frame] } }
    try writeSound(interleaved, to: path, as: float, channelCount: channels.count)
    return try ReadSound(path)
  }

  @Test(arguments: [0, 1]) func `a silent channel does not halve the level`(silent: Int) throws {
    let speech = tone(8000)
    var channels = [speech, speech]
    channels[silent] = Array(repeating: 0, count: 8000)
    let sound = try mixed(channels)
    #expect(sound.samples == speech)
    #expect(sound.mix.weights[silent] == 0)
  }

  @Test func `a constant offset does not make a silent channel loud`() throws {
    let speech = tone(8000, amplitude: 0.1)
    let sound = try mixed([Array(repeating: 0.2, count: 8000), speech])
    #expect(sound.samples == speech)
  }

  @Test func `a channel 20 dB down is kept, one 40 dB down is left out`() throws {
    let speech = tone(8000)
    #expect(try mixed([speech, tone(8000, amplitude: 0.05)]).mix.weights == [0.5, 0.5])
    #expect(try mixed([speech, tone(8000, amplitude: 0.005)]).mix.weights == [1, 0])
  }

  @Test func `equal channels give that channel`() throws {
    let speech = tone(8000)
    #expect(try mixed([speech, speech]).samples == speech)
  }

  @Test func `the two wires of a balanced cable do not cancel`() throws {
    let speech = tone(8000)
    #expect(try mixed([speech, speech.map { -$0 }]).samples == speech)
  }

  @Test func `the loudest channel keeps its sign`() throws {
    let speech = tone(8000)
    let sound = try mixed([speech.map { -0.5 * $0 }, speech])
    #expect(sound.mix.weights == [-0.5, 0.5])
    // A third, loudest channel makes a second pass necessary.
    let three = try mixed([speech.map { -0.25 * $0 }, speech.map { 0.5 * $0 }, speech])
    #expect(three.mix.weights == [-1, 1, 1].map { $0 / 3 as Float })
  }

  @Test func `unrelated channels are averaged`() throws {
    let (low, high) = (tone(8000, hertz: 200), tone(8000, hertz: 310))
    #expect(try mixed([low, high]).samples == zip(low, high).map { 0.5 * $0 + 0.5 * $1 })
  }

  @Test func `silence in every channel stays silence`() throws {
    let silence = [Float](repeating: 0, count: 100)
    #expect(try mixed([silence, silence, silence]).samples == silence)
  }

  @Test func `the mean of the largest floats stays finite`() throws {
    let huge: [Float] = [3e38, -3e38, 3e38, 1]
    #expect(try mixed([huge, huge]).samples == huge)
  }

  @Test func `a file of more than ten minutes is measured by samples of it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("long.wav")
    // Eleven minutes at 8 kHz: the first channel speaks all the time, the second in the last minute only.
    let frames = 11 * 60 * 8000
    let speech = tone(8000, sampleRate: 8000)
    let both = Array(repeating: speech.flatMap { [$0, $0] as [Float] }, count: 60).joined()
    let leftOnly = Array(repeating: speech.flatMap { [$0, 0] as [Float] }, count: 600).joined()
    try writeSound(
      Array(leftOnly) + Array(both), to: path, as: SoundFormat.lossless[7], channelCount: 2, sampleRate: 8000)
    let reader = try SoundReader.open(path)
    #expect(reader.frameCount == frames)
    #expect(reader.mix.weights == [0.5, 0.5])
  }
}
