import Testing

@testable import SoundFiles

@Suite struct LengthFaultTests {
  private let samples = unevenSamples(8000)

  private func read(_ bytes: [UInt8], as name: String = "1-situation.wav") throws -> ReadSound {
    let folder = try TemporaryFolder()
    return try ReadSound(try folder.file(name, of: bytes))
  }

  @Test(
    arguments: [0, 0x7FFF_0000, 0x7FFF_F000, 0x7FFF_FFDB, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF0, .max],
    [nil, 0, 36, 0x7FFF_FFFF, .max] as [UInt32?])
  func `a WAV without a length is read to the end of the file`(dataBytes: UInt32, riffBytes: UInt32?) throws {
    for isBigEndian in [false, true] {
      for before in [[], isBigEndian ? [] : listChunk] {
        let wav = WavBytes(
          samples: samples, dataBytes: dataBytes, riffBytes: riffBytes, before: before,
          isBigEndian: isBigEndian)
        let sound = try read(wav.bytes)
        #expect(sound.samples == wav.expected)
        let says = dataBytes == 0 ? "says 0 s" : "gives no length"
        #expect(
          sound.remark
            == "1-situation.wav was not finished (its header \(says)); read to the end of the file: 1.0 s.")
      }
    }
  }

  @Test func `a length that was right a while ago is read beyond`() throws {
    let wav = WavBytes(samples: samples, dataBytes: 4000, riffBytes: 4036)
    let sound = try read(wav.bytes)
    #expect(sound.samples == wav.expected)
    #expect(
      sound.remark
        == "1-situation.wav was not finished (its header says 0.3 s); read to the end of the file: 1.0 s.")
  }

  @Test func `a WAV that ends before its header says is cut off`() throws {
    let wav = WavBytes(samples: samples, dataBytes: 160_000)
    let sound = try read(wav.bytes)
    #expect(sound.samples == wav.expected)
    #expect(
      sound.remark
        == "1-situation.wav is cut off (its header says 10.0 s); read to the end of the file: 1.0 s.")
  }

  @Test func `a last frame that was cut in the middle is dropped`() throws {
    let wav = WavBytes(samples: samples, dataBytes: .max, riffBytes: 0)
    #expect(try read(wav.bytes.dropLast()).samples == wav.expected.dropLast())
    let stereo = try read(WavBytes(samples: samples, dataBytes: 0).bytes.dropLast(3))
    #expect(stereo.samples == wav.expected.dropLast(2))
  }

  @Test(arguments: [0, .max] as [UInt32]) func `a wrong RIFF length alone harms nothing`(riffBytes: UInt32)
    throws
  {
    let wav = WavBytes(samples: samples, riffBytes: riffBytes)
    let sound = try read(wav.bytes)
    #expect(sound.samples == wav.expected)
    #expect(sound.remark == nil)
  }

  @Test(arguments: [nil, 0, .max] as [UInt32?])
  func `chunks around the sound are not sound`(riffBytes: UInt32?) throws {
    let wav = WavBytes(
      samples: samples, riffBytes: riffBytes, before: listChunk, after: listChunk + listChunk)
    let sound = try read(wav.bytes)
    #expect(sound.samples == wav.expected)
    #expect(sound.remark == nil)
  }

  @Test func `padding and tags after the sound are not sound`() throws {
    for after in [[UInt8](repeating: 0, count: 400), "TAG".utf8 + [UInt8](repeating: 65, count: 125)] {
      let wav = WavBytes(samples: samples, riffBytes: 16_036, after: after)
      let sound = try read(wav.bytes)
      #expect(sound.samples == wav.expected)
      #expect(sound.remark == nil)
    }
  }

  @Test func `an odd number of data bytes is padded`() throws {
    var bytes = WavBytes(samples: samples).bytes
    // 8-bit mono, 15999 bytes and one of padding.
    bytes.replaceSubrange(28..<36, with: [0x40, 0x1F, 0, 0, 1, 0, 8, 0])
    bytes.replaceSubrange(40..<44, with: spelled(15_999, bytes: 4, bigEndian: false))
    let sound = try read(bytes + listChunk)
    #expect(sound.samples.count == 15_999)
    #expect(sound.remark == nil)
  }

  @Test func `an RF64 gives its length in the ds64 chunk`() throws {
    let right = try read(rf64Bytes(samples, longDataBytes: 16_000))
    #expect(right.samples.count == 8000)
    #expect(right.remark == nil)
  }

  @Test(arguments: [0, .max, 1 << 63, 1 << 40, 20_000] as [UInt64])
  func `an RF64 with a wrong length is read to the end of the file`(longDataBytes: UInt64) throws {
    let sound = try read(rf64Bytes(samples, longDataBytes: longDataBytes))
    #expect(sound.samples == WavBytes(samples: samples).expected)
    #expect(sound.remark?.hasSuffix("read to the end of the file: 1.0 s.") == true)
  }

  @Test(arguments: [0, 24, 40_024, .max] as [UInt64])
  func `a W64 with a wrong length is read to the end of the file`(dataChunkBytes: UInt64) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("take.w64")
    try writeSound(tone(8000), to: path, as: SoundFormat.lossless[10])
    var bytes = try contents(of: path)
    let whole = try ReadSound(path).samples
    let name = try #require(
      (0..<200).first { bytes[$0..<$0 + 4] == fourCharacters("data") })
    bytes.replaceSubrange(name + 16..<name + 24, with: spelled(dataChunkBytes, bytes: 8, bigEndian: false))
    let sound = try read(bytes, as: "take.w64")
    #expect(sound.samples == whole)
    #expect(sound.remark?.contains("read to the end of the file: 0.5 s.") == true)
  }

  @Test func `chunks after the sound of a W64 are not sound`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("take.w64")
    try writeSound(tone(8000), to: path, as: SoundFormat.lossless[10])
    var bytes = try contents(of: path)
    let chunk = bytes[24..<40] + spelled(88, bytes: 8, bigEndian: false) + [UInt8](repeating: 7, count: 64)
    bytes += chunk
    bytes.replaceSubrange(16..<24, with: spelled(UInt64(bytes.count), bytes: 8, bigEndian: false))
    let sound = try read(bytes, as: "take.w64")
    #expect(sound.samples == (try ReadSound(path).samples))
    #expect(sound.remark == nil)
  }

  @Test(arguments: [0, 8, 40_000, .max] as [UInt32])
  func `an AIFF with a wrong length is read to the end of the file`(chunkBytes: UInt32) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("take.aiff")
    try writeSound(tone(8000), to: path, as: SoundFormat.lossless[11])
    var bytes = try contents(of: path)
    let whole = try ReadSound(path).samples
    let name = try #require((0..<200).first { bytes[$0..<$0 + 4] == fourCharacters("SSND") })
    bytes.replaceSubrange(
      name + 4..<name + 8, with: spelled(UInt64(chunkBytes), bytes: 4, bigEndian: true))
    let sound = try read(bytes, as: "take.aiff")
    #expect(sound.samples == whole)
    #expect(sound.remark?.contains("read to the end of the file: 0.5 s.") == true)
  }

  @Test func `an AU with a wrong length is read to the end of the file`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("take.au")
    try writeSound(tone(8000), to: path, as: SoundFormat.lossless[13])
    var bytes = try contents(of: path)
    let whole = try ReadSound(path).samples
    for (dataBytes, remark) in [(0, true), (0xFFFF_FFFF, false), (9000, true)] as [(UInt64, Bool)] {
      bytes.replaceSubrange(8..<12, with: spelled(dataBytes, bytes: 4, bigEndian: true))
      let sound = try read(bytes, as: "take.au")
      #expect(sound.samples == whole)
      #expect((sound.remark != nil) == remark)
    }
  }

  @Test func `the header of a take beyond 4 GiB is presented as RF64`() throws {
    // A sparse file: 5 GiB of zeros behind a header that was never brought up to date.
    let folder = try TemporaryFolder()
    let path = try folder.file("long.wav", of: WavBytes(samples: [], sampleRate: 48_000, riffBytes: 0).bytes)
    let frames = 5 << 29
    try extend(path, toBytes: 44 + 2 * frames)
    let reader = try SoundReader.open(path)
    #expect(reader.frameCount == frames)
  }
}
