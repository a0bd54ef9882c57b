import Testing

@testable import Capture

struct GapTests {
  private let format = CaptureFormat(encoding: .int16, sampleRate: 8_000, channelCount: 1)

  @Test(arguments: [Gap.Cause.overrun, .stalled, .dropped])
  func `lost sound is filled up to a minute`(cause: Gap.Cause) {
    let minute = Gap(cause, position: 100, missingFrames: 480_000, in: format)
    #expect(minute.isFilled)
    #expect(minute.end == 480_100)
    let longer = Gap(cause, position: 100, missingFrames: 480_001, in: format)
    #expect(!longer.isFilled)
    #expect(longer.end == 100)
  }

  @Test(arguments: [Gap.Cause.suspended, .paused])
  func `time that is not part of the answer is not filled`(cause: Gap.Cause) {
    let gap = Gap(cause, position: 100, missingFrames: 1, in: format)
    #expect(!gap.isFilled)
    #expect(gap.filledFrames == 0)
  }
}
