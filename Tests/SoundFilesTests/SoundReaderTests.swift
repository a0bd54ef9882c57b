import Glibc
import Synchronization
import Testing

@testable import SoundFiles

@Suite struct SoundReaderTests {
  @Test(arguments: SoundFormat.lossless)
  func `a lossless file is read within the error of its encoding`(format: SoundFormat) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("tone")
    let signal = tone(5000)
    try writeSound(signal, to: path, as: format)
    let sound = try ReadSound(path)
    #expect(sound.samples.count == signal.count)
    #expect(sound.frameCount == signal.count)
    #expect(sound.remark == nil)
    let tolerance = try #require(format.tolerance)
    #expect(zip(sound.samples, signal).allSatisfy { abs($0 - $1) <= tolerance })
  }

  @Test(arguments: SoundFormat.lossy)
  func `a lossy file keeps its length and its waveform`(format: SoundFormat) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("tone")
    let signal = tone(format.sampleRate * 2, sampleRate: format.sampleRate)
    try writeSound(signal, to: path, as: format)
    let sound = try ReadSound(path)
    // Without a tag of its length an MP3 ends with its last frame of 1152 samples, and has a decoder delay.
    if format.testDescription != "MP3" { #expect(sound.samples.count == signal.count) }
    #expect(abs(sound.samples.count - signal.count) < 3 * 1152)
    #expect(sound.remark == nil)
    let lag = format.testDescription == "MP3" ? sound.samples.count - signal.count : 0
    let shifts = 0...max(0, min(lag, 3 * 1152))
    let best = shifts.map { correlation(Array(sound.samples.dropFirst($0).prefix(8000)), signal) }.max()
    #expect(try #require(best) > 0.99)
  }

  @Test func `a mono 16-bit sample is exactly its value over 32768`() throws {
    let folder = try TemporaryFolder()
    let wav = WavBytes(samples: (Int16.min...Int16.max).map(\.self))
    let path = try folder.file("all.wav", of: wav.bytes)
    #expect(try ReadSound(path).samples == wav.expected)
  }

  @Test(arguments: [1, 7, 255, 4096, 100_000])
  func `the size of a block does not change the samples`(blockFrames: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("stereo.wav")
    let left = tone(20_000)
    let right = tone(20_000, amplitude: 0.25)
    try writeSound(
      zip(left, right).flatMap { [$0, $1] }, to: path, as: SoundFormat.lossless[4], channelCount: 2)
    let expected = zip(left, right).map { 0.5 * $0 + 0.5 * $1 }
    #expect(try ReadSound(path, blockFrames: blockFrames).samples == expected)
  }

  @Test func `after the end a read gives no frames, again and again`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("short.wav", of: WavBytes(samples: unevenSamples(10)).bytes)
    var reader = try SoundReader.open(path)
    var block = [Float](repeating: 0, count: 16)
    #expect(try reader.read(into: &block) == 10)
    #expect(try reader.read(into: &block) == 0)
    #expect(try reader.read(into: &block) == 0)
    #expect(reader.framesRead == 10)
    var empty: [Float] = []
    #expect(try reader.read(into: &empty) == 0)
  }

  @Test func `samples beyond full scale and tiny ones come through`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("wide.wav")
    let signal: [Float] = [4, -3.5, .leastNonzeroMagnitude, -.leastNormalMagnitude, 1e30, 0]
    try writeSound(signal, to: path, as: SoundFormat.lossless[4])
    #expect(try ReadSound(path).samples == signal)
  }

  @Test(arguments: [8000, 11_025, 22_050, 44_100, 96_000, 192_000])
  func `every usual sample rate is read`(sampleRate: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("rate.wav", of: WavBytes(samples: [1, 2, 3], sampleRate: sampleRate).bytes)
    let reader = try SoundReader.open(path)
    #expect(reader.sampleRate == sampleRate)
    #expect(reader.channelCount == 1)
    #expect(reader.formatName == "WAV, Signed 16 bit PCM")
  }

  @Test(
    arguments: zip(
      SoundFormat.lossy + [SoundFormat.lossless[15]],
      ["OGG, Vorbis", "OGG, Opus", "MPEG-1/2 Audio, MPEG Layer III", "FLAC, Signed 16 bit PCM"]))
  func `a file names its container and encoding`(format: SoundFormat, name: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("named")
    try writeSound(tone(format.sampleRate, sampleRate: format.sampleRate), to: path, as: format)
    #expect(try SoundReader.open(path).formatName == name)
  }

  @Test func `reading alters neither the bytes nor the time of a file`() throws {
    let folder = try TemporaryFolder()
    let bytes = WavBytes(samples: unevenSamples(500), dataBytes: 0, riffBytes: 0).bytes
    let path = try folder.file("crashed.wav", of: bytes)
    let before = try status(of: path)
    _ = try ReadSound(path)
    let after = try status(of: path)
    #expect(try contents(of: path) == bytes)
    #expect(before.st_mtim.tv_sec == after.st_mtim.tv_sec)
    #expect(before.st_mtim.tv_nsec == after.st_mtim.tv_nsec)
  }

  @Test func `threads read different files at once`() async throws {
    let folder = try TemporaryFolder()
    let good = try (0..<4).map { index in
      try folder.file("\(index).wav", of: WavBytes(samples: unevenSamples(3000 + index)).bytes)
    }
    let bad = try folder.file("bad.wav", of: Array("no sound".utf8))
    let counts = await withTaskGroup(of: [Int].self) { group in
      for path in good {
        group.addTask {
          (0..<50).map { _ in
            guard failure(reading: bad)?.kind == .badData else { return -1 }
            return (try? ReadSound(path))?.samples.count ?? -1
          }
        }
      }
      return await group.reduce(into: Set<Int>()) { $0.formUnion($1) }
    }
    #expect(counts == [3000, 3001, 3002, 3003])
  }
}
