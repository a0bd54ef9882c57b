import Foundation

/// A microphone made of software that hears given samples in real time, with faults on demand.
///
/// It exists for programs that run with its `environment`, and in this process after `plugIn()`. Its files live
/// as long as the value. `Tests/VirtualMicrophone/include/VirtualMicrophone.h` says how it behaves.
package final class VirtualMicrophone {
  /// What `default` is.
  package enum Wiring {
    /// A converter in front of the device, as on a desktop.
    case converted
    /// The device itself, which takes its own format and nothing else.
    case direct
    /// Nothing: a machine without a microphone.
    case absent
  }

  /// Holds the configuration and the samples.
  private let folder: URL

  /// Hears interleaved samples, so often over again, and silence after their end.
  ///
  /// Faults are e.g. `"0.5:EPIPE,1:ENODEV"`, in seconds after the first start, `"/a/file:ENODEV"`, once it is there, or
  /// `"open:EBUSY"`. A spare is a second
  /// microphone, of that title, that hears the same and has no faults. The further configuration is appended to the
  /// device's `asound.conf`.
  /// - Throws: where the temporary files cannot be written or the plugin was not built.
  package init(
    hearing sound: Sound, times: Int = 1, sampleRate: Int, channelCount: Int = 1, wiring: Wiring = .converted,
    faults: String = "", dropsSilently: Bool = false, wakesEarly: Bool = false, spare: String? = nil,
    furtherConfiguration: String = ""
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "virtual-microphone-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let samples = folder.appending(path: "samples.raw")
    let bytes = Data(sound.bytes)
    try bytes.write(to: samples)
    // Not as a whole: what a program held counts as its children's in the system's account of their memory.
    let file = try FileHandle(forWritingTo: samples)
    try file.seekToEnd()
    for _ in 1..<times { try file.write(contentsOf: bytes) }
    try file.close()
    // alsa-lib's own alsa.conf is left out: it would load the configuration of this user and this machine.
    var configuration = """
      pcm_type.vmic { lib "\(try Self.plugin().path)" }
      pcm.null { type null }

      """
    func device(_ name: String, faults: String) -> String {
      """
      pcm.\(name) {
        type vmic
        infile "\(samples.path)"
        rate \(sampleRate)
        channels \(channelCount)
        format \(sound.formatName)
        drops \(dropsSilently ? 1 : 0)
        early \(wakesEarly ? 1 : 0)
        fault "\(faults)"
      }

      """
    }
    if let spare {
      configuration += device("spareHardware", faults: "")
      configuration += "pcm.spare { type plug slave.pcm spareHardware hint { show on description \"\(spare)\" } }\n"
    }
    if wiring != .absent {
      configuration += device("hardware", faults: faults)
      configuration += """
        pcm.converted { type plug slave.pcm hardware }
        pcm.!default { type asym capture.pcm \(wiring == .direct ? "hardware" : "converted") }

        """
    }
    try Data((configuration + furtherConfiguration).utf8).write(to: folder.appending(path: "asound.conf"))
  }

  /// A machine without any microphone.
  package static func none() throws -> VirtualMicrophone {
    try VirtualMicrophone(hearing: .int16([]), sampleRate: 48_000, wiring: .absent)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What a program needs in its environment to find this microphone and no other.
  package var environment: [String: String] {
    ["ALSA_CONFIG_PATH": folder.appending(path: "asound.conf").path]
  }

  /// Makes this the microphone of this process, until `unplug()`. Tests that do so run one after another.
  package func plugIn() {
    // alsa-lib looks at the variable at every opening, and reads the file again when it changed.
    for (name, value) in environment { setenv(name, value, 1) }
    unsetenv("VMIC_FAULT")
  }

  /// Gives the process back the microphones of this machine.
  package func unplug() {
    // Not taken away: others look through the environment meanwhile, whose places must not move.
    for name in environment.keys { setenv(name, "", 1) }
  }

  /// The plugin, built beside the program that runs the tests.
  private static func plugin() throws -> URL {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folders = [program.deletingLastPathComponent(), Bundle.main.bundleURL]
    for folder in folders {
      let library = folder.appending(path: "libVirtualMicrophone.so")
      if FileManager.default.fileExists(atPath: library.path) { return library }
    }
    throw MissingPlugin(folders: folders.map(\.path))
  }

  private struct MissingPlugin: Error, CustomStringConvertible {
    let folders: [String]
    var description: String {
      "libVirtualMicrophone.so is not in \(folders.joined(separator: " nor ")). "
        + "Build it with `swift build --product VirtualMicrophone`."
    }
  }
}
