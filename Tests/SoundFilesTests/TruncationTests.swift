import Testing

@testable import SoundFiles

@Suite struct TruncationTests {
  @Test func `a WAV cut anywhere gives every whole frame`() throws {
    let folder = try TemporaryFolder()
    let wav = WavBytes(samples: unevenSamples(2000), before: listChunk)
    let bytes = wav.bytes
    let header = bytes.count - 4000
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let length = Int.random(in: 1..<bytes.count, using: &generator)
      let path = try folder.file("cut.wav", of: bytes[..<length])
      let frames = max(0, length - header) / 2
      if frames == 0 {
        let kind = failure(reading: path)?.kind
        #expect(kind == .badData || kind == .noSound, "\(length) bytes")
      } else {
        let sound = try ReadSound(path)
        #expect(sound.samples == Array(wav.expected[..<frames]), "\(length) bytes")
        #expect(sound.remark?.hasPrefix("cut.wav is cut off (its header says 0.3 s)") == true)
      }
    }
  }

  @Test(arguments: SoundFormat.lossless + SoundFormat.lossy)
  func `a cut file gives the beginning of the sound or a sentence`(format: SoundFormat) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("whole")
    try writeSound(tone(format.sampleRate, sampleRate: format.sampleRate), to: path, as: format)
    let bytes = try contents(of: path)
    let whole = try ReadSound(path).samples
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<25 {
      let length = Int.random(in: 1..<bytes.count, using: &generator)
      let cut = try folder.file("cut", of: bytes[..<length])
      do throws(SoundFileError) {
        let sound = try ReadSound(cut)
        #expect(sound.samples.count <= whole.count)
        #expect(!sound.samples.isEmpty)
        // The header of a CAF is not held against the file: it comes from no crash, libsndfile refuses most cuts.
        if format.tolerance != nil, format.testDescription != "CAF 16" {
          #expect(sound.samples == Array(whole[..<sound.samples.count]), "\(length) bytes")
          #expect(sound.samples.count == whole.count || sound.remark != nil, "\(length) bytes")
        }
      } catch {
        #expect(error.kind == .badData)
      }
    }
  }

  @Test(arguments: [SoundFormat.lossless[15], SoundFormat.lossy[0], SoundFormat.lossy[1]])
  func `a FLAC or Ogg cut in the middle says so`(format: SoundFormat) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("answer")
    // Noise, because a tone is so small in Ogg that a cut leaves no whole page.
    var generator = SeededGenerator(seed: 7)
    let noise = (0..<format.sampleRate * 4).map { _ in Float.random(in: -0.5...0.5, using: &generator) }
    try writeSound(noise, to: path, as: format)
    let bytes = try contents(of: path)
    let cut = try folder.file("answer", of: bytes[..<(bytes.count * 3 / 4)])
    let sound = try ReadSound(cut)
    #expect(sound.samples.count > format.sampleRate)
    #expect(sound.samples.count < format.sampleRate * 4)
    let length = "\(decimal(Double(sound.samples.count) / Double(format.sampleRate), places: 1)) s"
    let expected =
      format.testDescription.hasPrefix("FLAC")
      ? "answer is cut off or damaged (its header says 4.0 s); read as far as it can be decoded: \(length)."
      : "answer was not finished (it has no end mark); read as far as it can be decoded: \(length)."
    #expect(sound.remark == expected)
  }
}
