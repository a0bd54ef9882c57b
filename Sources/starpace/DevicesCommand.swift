import ArgumentParser
import Capture

/// `starpace devices`: the microphones of this machine.
struct DevicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices", abstract: "List the microphones, with what --device takes.",
    discussion: """
      --device also takes a title or a part that only one of them has (yeti), and a sound card by its number or id \
      (1, CARD=Yeti).
      """)

  @Flag(help: "Let the sound library report what it tries.")
  var verbose = false

  mutating func run() throws {
    try reportingFailures {
      let devices = captureDevices(verbose: verbose)
      guard !devices.isEmpty else { throw CaptureError.nothingListed }
      let width = (devices.map(\.title.count).max() ?? 0) + 2
      for device in devices {
        print(device.title + String(repeating: " ", count: width - device.title.count) + device.name)
      }
    }
  }
}
