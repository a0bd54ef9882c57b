import Testing

@testable import SoundFiles

@Suite struct MutationTests {
  /// Changes up to sixteen bytes of a valid file, most of them near its start, where the header is.
  private func mutated(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...16, using: &generator) {
      let reach = Bool.random(using: &generator) ? min(200, bytes.count) : bytes.count
      let place = Int.random(in: 0..<reach, using: &generator)
      bytes[place] =
        [0, 0xFF, 0x7F, 0x80, .random(in: 0...255, using: &generator)]
        .randomElement(using: &generator) ?? 0
    }
    return bytes
  }

  @Test(.timeLimit(.minutes(10)), arguments: SoundFormat.lossless + SoundFormat.lossy, [1, 2])
  func `a damaged file gives finite samples or a sentence`(format: SoundFormat, channelCount: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("valid")
    let signal = tone(format.sampleRate / 8 * channelCount, sampleRate: format.sampleRate)
    try writeSound(signal, to: path, as: format, channelCount: channelCount)
    let bytes = try contents(of: path)
    var generator = SeededGenerator(seed: 6)
    for round in 0..<150 {
      let path = try folder.file("damaged", of: mutated(bytes, using: &generator))
      do throws(SoundFileError) {
        let sound = try ReadSound(path)
        #expect(sound.samples.allSatisfy { $0.isFinite }, "round \(round)")
      } catch {
        #expect(error.kind == .badData || error.kind == .noSound, "round \(round): \(error)")
        #expect(error.message.hasSuffix("."))
      }
    }
  }
}
