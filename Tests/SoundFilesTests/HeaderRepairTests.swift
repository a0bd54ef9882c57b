import Glibc
import Testing

@testable import SoundFiles

@Suite struct HeaderRepairTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("2-task.wav")
  }

  /// The take as a kill within the last of its appends leaves it: the header of the append before, and of the last
  /// append the first `lastBytes` bytes.
  private func killedTake(
    channelCount: Int, encoding: TakeWriter.Encoding, lastBytes: Int
  ) throws -> (header: [UInt8], sound: [UInt8]) {
    let samples = unevenSamples(1000 * channelCount)
    let (long, float) = (samples.map { Int32($0) << 16 | 0x1357 }, samples.map { Float($0) / 32_768 })
    var writer = try TakeWriter.create(path, sampleRate: 16_000, channelCount: channelCount, encoding: encoding)
    var before: [UInt8] = []
    for _ in 1...2 {
      before = try contents(of: path)
      switch encoding {
      case .int16: try writer.append(samples.span)
      case .int32: try writer.append(long.span)
      case .float32: try writer.append(float.span)
      }
    }
    try writer.finish()
    let after = try contents(of: path)
    let headerBytes = try #require((0..<400).first { after[$0..<$0 + 4] == fourCharacters("data") }) + 8
    let sound = Array(after[headerBytes..<before.count + lastBytes])
    unlink(path)
    _ = try folder.file("2-task.wav", of: before[..<headerBytes] + sound)
    return (Array(before[..<headerBytes]), sound)
  }

  @Test(
    arguments: [(1, .int16), (2, .int16), (2, .int32), (3, .float32)] as [(Int, TakeWriter.Encoding)], [7, 1000])
  func `a header left behind by a kill is brought up to date, and the sound is not touched`(
    format: (channelCount: Int, encoding: TakeWriter.Encoding), lastBytes: Int
  ) throws {
    let (header, sound) = try killedTake(
      channelCount: format.channelCount, encoding: format.encoding, lastBytes: lastBytes)
    let read = try ReadSound(path)
    #expect(read.remark != nil)
    let frameBytes = (format.encoding == .int16 ? 2 : 4) * format.channelCount
    let repair = try #require(try HeaderRepair.needed(for: path))
    #expect(repair.frameCount == sound.count / frameBytes)
    #expect(try contents(of: path) == header + sound)

    try repair.carryOut()
    let repaired = try contents(of: path)
    #expect(Array(repaired[header.count...]) == sound)
    #expect(repaired[4...].unsigned(bytes: 4, bigEndian: false) == UInt64(repaired.count - 8))
    let again = try ReadSound(path)
    #expect(again.samples == read.samples)
    #expect(again.remark == nil)
    #expect(try HeaderRepair.needed(for: path) == nil)
  }

  @Test(arguments: [0, 1, 16_010, 0x8000_0000, .max] as [UInt32], [false, true])
  func `whatever a header claims, it is repaired to what the file holds`(claim: UInt32, isBigEndian: Bool) throws {
    let wav = WavBytes(samples: unevenSamples(8000), dataBytes: claim, riffBytes: 0, isBigEndian: isBigEndian)
    _ = try folder.file("2-task.wav", of: wav.bytes)
    try #require(try HeaderRepair.needed(for: path)).carryOut()
    let whole = WavBytes(samples: wav.samples, isBigEndian: isBigEndian)
    #expect(try contents(of: path) == whole.bytes)
  }

  @Test func `a finished take, one without sound and another container need no repair`() throws {
    let finished = WavBytes(samples: [1, 2, 3], after: listChunk).bytes
    let silent = WavBytes(samples: []).bytes
    let long = rf64Bytes(unevenSamples(800), longDataBytes: 0)
    for (index, bytes) in [finished, silent, silent + [1], long].enumerated() {
      let path = try folder.file("\(index).wav", of: bytes)
      #expect(try HeaderRepair.needed(for: path) == nil)
    }
  }

  @Test func `a take that someone still writes to is left alone`() throws {
    _ = try killedTake(channelCount: 1, encoding: .int16, lastBytes: 400)
    let repair = try #require(try HeaderRepair.needed(for: path))
    try extend(path, toBytes: try contents(of: path).count + 2)
    let bytes = try contents(of: path)
    #expect { try repair.carryOut() } throws: { ($0 as? SoundFileError)?.kind == .cannotWrite }
    #expect(try contents(of: path) == bytes)
  }
}
