import Foundation
import Testing

@testable import Capture

struct LoudestChannelTests {
  private let voice = (0..<480).map { Float(0.5 * sin(2 * .pi * Double($0) / 48)) }

  /// What is heard of frames of which each channel is made from the voice.
  private func heard(_ channels: [(Float) -> Float]) -> [Float] {
    var loudest = LoudestChannel(channelCount: channels.count)
    var mono: [Float] = []
    loudest.hear(
      block(of: voice.flatMap { sample in channels.map { $0(sample) } }, .float32, channelCount: channels.count),
      into: &mono)
    return mono
  }

  @Test func `an empty input takes nothing from the voice in the other`() {
    #expect(heard([{ _ in 0 }, { $0 }]) == voice)
    #expect(heard([{ $0 }, { _ in 0 }]) == voice)
  }

  @Test func `the two wires of one cable do not cancel each other`() {
    #expect(heard([{ $0 }, { -$0 }]) == voice)
  }

  @Test func `a constant offset is not loud`() {
    #expect(heard([{ _ in 0.9 }, { 0.1 * $0 }, { _ in -0.9 }]) == voice.map { 0.1 * $0 })
  }

  @Test func `one channel is heard as it is`() {
    #expect(heard([{ $0 }]) == voice)
  }

  @Test func `what was loudest over the take stays so in a pause`() {
    var loudest = LoudestChannel(channelCount: 2)
    var mono: [Float] = []
    loudest.hear(block(of: voice.flatMap { [$0, 0] }, .float32, channelCount: 2), into: &mono)
    loudest.hear(block(of: [0.001, 0.1, 0.002, -0.1] as [Float], .float32, channelCount: 2), into: &mono)
    #expect(mono == [0.001, 0.002])
  }
}
