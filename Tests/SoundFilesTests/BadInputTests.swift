import Glibc
import Testing

@testable import SoundFiles

@Suite struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: ["", "none.wav", "none/none.wav"]) func `a missing file is named`(name: String) {
    let path = name.isEmpty ? "" : folder.file(name)
    let error = failure(reading: path)
    #expect(error?.kind == .noSuchFile)
    #expect(error?.message == "There is no file '\(path)'; check the name, and the folder that it is in.")
  }

  @Test func `a file under a file is missing`() throws {
    let path = try folder.file("a.wav", of: [0])
    #expect(failure(reading: "\(path)/b.wav")?.kind == .noSuchFile)
  }

  @Test func `a folder is told from a file`() {
    let error = failure(reading: folder.path)
    #expect(error?.kind == .badData)
    #expect(error?.message == "'\(folder.path)' is a folder; name a sound file in it.")
  }

  @Test(arguments: [EACCES, EPERM]) func `a refused permission has its own kind`(code: Int32) {
    let error = SoundFileError.reading("a.wav", failedWith: code)
    #expect(error.kind == .noPermission)
    #expect(
      error.message == "You may not read 'a.wav'; ask its owner, or change its permissions with chmod.")
  }

  @Test(.enabled("root may read every file") { geteuid() != 0 })
  func `a file without read permission is refused`() throws {
    let path = try folder.file("secret.wav", of: WavBytes(samples: [1]).bytes)
    chmod(path, 0o200)
    #expect(failure(reading: path)?.kind == .noPermission)
  }

  @Test(.timeLimit(.minutes(10))) func `a pipe is refused without waiting for a writer`() {
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let error = failure(reading: path)
    #expect(error?.kind == .badData)
    #expect(error?.message.hasSuffix("store the sound in a file first and name that file.") == true)
    #expect(failure(reading: "/dev/zero")?.kind == .badData)
  }

  @Test func `an empty file is called empty`() throws {
    let path = try folder.file("empty.wav", of: [])
    let error = failure(reading: path)
    #expect(error?.kind == .noSound)
    #expect(error?.message == "'\(path)' is empty (0 bytes); record it again, or name another file.")
  }

  @Test(arguments: [[], listChunk]) func `a header without sound is told from a broken one`(after: [UInt8])
    throws
  {
    let path = try folder.file("silent.wav", of: WavBytes(samples: [], after: after).bytes)
    let error = failure(reading: path)
    #expect(error?.kind == .noSound)
    #expect(error?.message == "'\(path)' has a header but no sound; record it again, or name another file.")
  }

  @Test func `text, random bytes and UTF-16 are not sound`() throws {
    var generator = SeededGenerator(seed: 3)
    let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var utf16: [UInt8] = [0xFF, 0xFE]
    for letter in "What did you own?".utf8 { utf16 += [letter, 0] }
    for bytes: [UInt8] in [Array("What did you own?\n".utf8), noise, utf16, [0x52], Array("RIFF".utf8)] {
      let path = try folder.file("not.wav", of: bytes)
      let error = failure(reading: path)
      #expect(error?.kind == .badData)
      #expect(
        error?.message
          == "'\(path)' is not a sound file that can be read; export it as WAV or FLAC and try again.")
    }
  }

  @Test func `a broken header is named where libsndfile names it`() throws {
    let path = try folder.file("broken.wav", of: WavBytes(samples: [1, 2]).bytes.prefix(36))
    #expect(
      failure(reading: path)?.message
        == """
        '\(path)' is not a sound file that can be read (No 'data' chunk marker); \
        export it as WAV or FLAC and try again.
        """)
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func `a sample that is not a number is found with its place`(sample: Float) throws {
    let path = folder.file("float.wav")
    var samples = tone(32_000)
    samples[20_000] = sample
    let message =
      "'\(path)' has a sample that is not a number at 1.25 s; export the file again as 16-bit WAV."
    try writeSound(samples, to: path, as: SoundFormat.lossless[4])
    #expect(failure(reading: path)?.message == message)
    // In one of two channels, where the scan of the channels meets it first.
    try writeSound(
      samples.flatMap { [0.1, $0] }, to: path, as: SoundFormat.lossless[4], channelCount: 2)
    #expect(failure(reading: path)?.message == message)
  }

  @Test(arguments: [1, 4000, 7999, 192_001, 1_000_000])
  func `a sample rate out of range is refused with a number to use`(sampleRate: Int) throws {
    let path = try folder.file("rate.wav", of: WavBytes(samples: [1, 2], sampleRate: sampleRate).bytes)
    let error = failure(reading: path)
    #expect(error?.kind == .badData)
    #expect(
      error?.message
        == """
        '\(path)' has \(sampleRate) samples a second, and only 8000 to 192000 can be measured; \
        export it again at 16000 or 48000.
        """)
  }

  @Test func `a name cannot garble the terminal`() {
    let error = SoundFileError.folder("a\n\u{1B}[31mb\u{202E}")
    #expect(error.message == "'a??[31mb?' is a folder; name a sound file in it.")
  }

  @Test func `every system error becomes a sentence with something to do`() {
    for code in Int32(1)..<134 {
      let errors = [
        SoundFileError.reading("a.wav", failedWith: code), .creating("a.wav", failedWith: code),
        .writing("a.wav", failedWith: code, after: 12.34),
      ]
      for error in errors {
        #expect(error.message.contains("'a.wav'"))
        #expect(error.message.contains("; "))
        #expect(error.message.hasSuffix("."))
      }
    }
  }
}
