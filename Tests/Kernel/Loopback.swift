import Foundation

/// One end of the card Loopback, as the kernel sees it in `/proc/asound`.
struct Loopback {
  /// The end that is played into.
  static let playing = Loopback(path: "/proc/asound/Loopback/pcm0p/sub0/status")
  /// The end that is recorded from.
  static let recording = Loopback(path: "/proc/asound/Loopback/pcm1c/sub0/status")
  /// The name of the latter.
  static let microphone = "hw:Loopback,1,0"

  private let path: String

  /// `RUNNING`, `XRUN` and so on; empty where nobody has it open.
  var state: String { value(of: "state") ?? "" }
  /// The frames that the driver has delivered since it was last started.
  var deliveredFrames: Int? { value(of: "hw_ptr").flatMap { Int($0) } }

  /// The value of a line such as `hw_ptr      : 4800`.
  private func value(of name: String) -> String? {
    let lines = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
    let line = lines.first { $0.hasPrefix(name) }
    return line?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
  }
}
