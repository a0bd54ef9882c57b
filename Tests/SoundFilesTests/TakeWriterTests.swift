import Glibc
import Testing

@testable import SoundFiles

@Suite struct TakeWriterTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("1-situation.wav")
  }

  /// The bytes of the sound in a finished take.
  private func soundBytes() throws -> ArraySlice<UInt8> {
    let bytes = try contents(of: path)
    let name = try #require((0..<400).first { bytes[$0..<$0 + 4] == fourCharacters("data") })
    let count = try #require(bytes[(name + 4)...].unsigned(bytes: 4, bigEndian: false))
    return bytes[(name + 8)...].prefix(Int(count))
  }

  @Test func `16-bit samples are stored bit for bit`() throws {
    let samples = (Int16.min...Int16.max).map(\.self)
    var writer = try TakeWriter.create(path, sampleRate: 48_000, channelCount: 2, encoding: .int16)
    try writer.append(samples.span)
    #expect(writer.framesWritten == 32_768)
    try writer.finish()
    #expect(
      try Array(soundBytes())
        == samples.flatMap { spelled(UInt64(truncatingIfNeeded: $0), bytes: 2, bigEndian: false) })
  }

  @Test func `32-bit samples are stored bit for bit`() throws {
    var generator = SeededGenerator(seed: 4)
    let samples =
      [.min, .max, 0, -1] + (0..<5000).map { _ in Int32.random(in: .min ... .max, using: &generator) }
    var writer = try TakeWriter.create(path, sampleRate: 44_100, channelCount: 1, encoding: .int32)
    try writer.append(samples.span)
    try writer.finish()
    #expect(
      try Array(soundBytes())
        == samples.flatMap { spelled(UInt64(truncatingIfNeeded: $0), bytes: 4, bigEndian: false) })
  }

  @Test func `float samples are stored bit for bit`() throws {
    var generator = SeededGenerator(seed: 5)
    let samples = (0..<6000).map { _ in Float(bitPattern: UInt32.random(in: 0 ... .max, using: &generator)) }
    var writer = try TakeWriter.create(path, sampleRate: 16_000, channelCount: 3, encoding: .float32)
    try writer.append(samples.span)
    try writer.finish()
    #expect(
      try Array(soundBytes())
        == samples.flatMap { spelled(UInt64($0.bitPattern), bytes: 4, bigEndian: false) })
  }

  @Test(arguments: [1, 160, 4000, 48_000])
  func `after each append a second reader sees every frame`(framesAtOnce: Int) throws {
    let samples = unevenSamples(framesAtOnce)
    var writer = try TakeWriter.create(path, sampleRate: 16_000, channelCount: 1, encoding: .int16)
    for round in 1...5 {
      try writer.append(samples.span)
      let sound = try ReadSound(path)
      #expect(sound.samples.count == round * framesAtOnce)
      #expect(sound.remark == nil)
    }
    try writer.finish()
    #expect(try ReadSound(path).samples.count == 5 * framesAtOnce)
  }

  @Test func `a take without samples has a header and no sound`() throws {
    let writer = try TakeWriter.create(path, sampleRate: 16_000, channelCount: 1, encoding: .int16)
    #expect(failure(reading: path) == .noSamples(path))
    try writer.finish()
    #expect(failure(reading: path) == .noSamples(path))
  }

  @Test func `a take that is dropped is closed all the same`() throws {
    do {
      var writer = try TakeWriter.create(path, sampleRate: 16_000, channelCount: 1, encoding: .int16)
      try writer.append(unevenSamples(100).span)
    }
    #expect(try ReadSound(path).samples.count == 100)
  }

  @Test func `only the owner may read a take`() throws {
    let writer = try TakeWriter.create(path, sampleRate: 16_000, channelCount: 1, encoding: .int16)
    #expect(try status(of: path).st_mode & 0o777 == 0o600)
    try writer.finish()
  }

  /// Why a take cannot be created; nil where it can.
  private func failureCreating(_ path: String, sampleRate: Int = 16_000, channelCount: Int = 1)
    -> SoundFileError?
  {
    do throws(SoundFileError) {
      try TakeWriter.create(path, sampleRate: sampleRate, channelCount: channelCount, encoding: .int16)
        .finish()
      return nil
    } catch {
      return error
    }
  }

  @Test func `a recording is never written over`() throws {
    let bytes = WavBytes(samples: [1, 2]).bytes
    _ = try folder.file("1-situation.wav", of: bytes)
    let error = failureCreating(path)
    #expect(error?.kind == .cannotCreate)
    #expect(
      error?.message == "'\(path)' exists already and a recording is never written over; name a new file.")
    #expect(try contents(of: path) == bytes)
  }

  @Test func `a take in no folder is refused`() {
    let error = failureCreating(folder.file("none/1.wav"))
    #expect(error?.kind == .cannotCreate)
    #expect(error?.message.hasPrefix("There is no folder to hold") == true)
  }

  @Test func `a format that no WAV can have leaves no file behind`() throws {
    #expect(failureCreating(path, channelCount: 0)?.kind == .cannotCreate)
    #expect(failureCreating(path, channelCount: 5000)?.kind == .cannotCreate)
    #expect(access(path, F_OK) != 0)
  }

  @Test func `a full disk is a sentence when the take begins`() {
    let descriptor = open("/dev/full", O_WRONLY)
    do throws(SoundFileError) {
      try TakeWriter.begin(
        "a.wav", owning: descriptor, sampleRate: 16_000, channelCount: 1, encoding: .int16
      ).finish()
      Issue.record("the header was written to a full disk")
    } catch {
      #expect(error == .creating("a.wav", failedWith: ENOSPC))
    }
  }

  @Test func `a disk that fills up while recording keeps what was written`() async {
    // In a process of its own, because the limit holds for all of it.
    await #expect(processExitsWith: .success) {
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 10_001, rlim_max: 10_001)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let folder = try TemporaryFolder()
      let path = folder.file("take.wav")
      var writer = try TakeWriter.create(path, sampleRate: 16_000, channelCount: 1, encoding: .int16)
      let samples = unevenSamples(1600)
      var failures: [SoundFileError] = []
      for _ in 0..<6 {
        do throws(SoundFileError) { try writer.append(samples.span) } catch { failures.append(error) }
      }
      let frames = writer.framesWritten
      do throws(SoundFileError) { try writer.finish() } catch { failures.append(error) }
      try #require(failures.count == 4)
      try #require(failures[0].kind == .cannotWrite)
      try #require(failures[0].message.contains("has reached the largest size allowed here; the first 0.3 s"))
      try #require(Set(failures.map(\.message)).count == 1)
      try #require(frames > 4800)
      let sound = try ReadSound(path)
      try #require(sound.samples.count == frames)
      try #require(sound.samples[..<1600].elementsEqual(samples.map { Float($0) / 32_768 }))
    }
  }
}
