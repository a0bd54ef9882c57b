import ArgumentParser
import Capture

/// `starpace devices`: the microphones of this machine.
struct DevicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices", abstract: "List the microphones, with what --device takes.")

  @Flag(help: "Let the sound library report what it tries.")
  var verbose = false

  mutating func run() throws {
    try reportingFailures {
      let devices = captureDevices(verbose: verbose)
      guard !devices.isEmpty else { throw CaptureError.noMicrophone }
      let width = (devices.map(\.title.count).max() ?? 0) + 2
      for device in devices {
        print(device.title + String(repeating: " ", count: width - device.title.count) + device.name)
      }
    }
  }
}
