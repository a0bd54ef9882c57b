import Foundation

/// A PulseAudio of its own, whose one source hears what `say` and others play: as on a desktop, and nobody else's sound.
package final class SoundServer {
  /// Why there is none, or nil where the programs and alsa-lib's plugin are all installed.
  package static let missing: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let absent = ["pulseaudio", "pactl", "paplay"].filter { program in
      !folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }
    let libraries = ["/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"]
    let hasPlugin = libraries.contains {
      FileManager.default.fileExists(atPath: "\($0)/alsa-lib/libasound_module_pcm_pulse.so")
    }
    let all = absent + (hasPlugin ? [] : ["alsa-lib's pulse plugin"])
    return all.isEmpty ? nil : "not installed: \(all.joined(separator: ", "))"
  }()

  private let folder: URL
  private var daemon: ChildProgram?
  private var speaker: ChildProgram?
  private var address: String { "unix:\(folder.path)/native" }

  /// Starts the server and waits until it answers.
  ///
  /// - Throws: where it does not start, or does not answer in ten seconds.
  package init(sampleRate: Int) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sound-server-\(UUID().uuidString)")
    // The server trusts no folder that others may enter.
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // norewinds: blocks of 50 ms at most. Without it the first second of a capture may be lost (PulseAudio 16.1).
    try write(
      """
      load-module module-native-protocol-unix auth-anonymous=1 socket=\(folder.path)/native
      load-module module-null-sink sink_name=mouth format=s16le rate=\(sampleRate) channels=1 norewinds=1
      set-default-source mouth.monitor
      """, to: "default.pa")
    try write(
      """
      pcm.null { type null }
      pcm.heard { type pulse server "\(address)" device mouth.monitor }
      pcm.mouth { type pulse server "\(address)" device mouth }
      pcm.!default { type asym capture.pcm heard playback.pcm mouth }
      """, to: "asound.conf")
    let home = ["HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH"]
    daemon = ChildProgram.start(
      [
        "pulseaudio", "-n", "--daemonize=no", "--file=\(folder.path)/default.pa", "--exit-idle-time=3600",
        "--use-pid-file=no", "--disable-shm=yes", "--realtime=no", "--high-priority=no",
      ],
      environment: environment.merging(home.map { ($0, folder.path) }, uniquingKeysWith: { _, new in new }))
    for _ in 0..<100 where !answers { usleep(100_000) }
    guard answers else { throw SilentServer() }
  }

  deinit { end() }

  private struct SilentServer: Error {}

  /// What a program needs to find this server and no other.
  private var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "PULSE_SERVER": address,
      "PULSE_COOKIE": "\(folder.path)/cookie", "ALSA_CONFIG_PATH": "\(folder.path)/asound.conf",
    ]
  }

  /// Makes its source the microphone of this process, until `unplug()`.
  package func plugIn() {
    for name in ["ALSA_CONFIG_PATH", "PULSE_COOKIE"] { setenv(name, environment[name] ?? "", 1) }
  }

  /// Gives the process back the microphones of this machine.
  package func unplug() {
    // As a virtual microphone does.
    for name in ["ALSA_CONFIG_PATH", "PULSE_COOKIE"] { setenv(name, "", 1) }
  }

  /// Plays samples to the source once, at the server's rate.
  package func say(_ samples: [Int16], sampleRate: Int) throws {
    let file = folder.appending(path: "speech.raw")
    try Data(Sound.int16(samples).bytes).write(to: file)
    // Two seconds ahead, so that the player of a busy machine leaves no hole (measured with six spinners).
    speaker = ChildProgram.start(
      [
        "paplay", "--raw", "--format=s16le", "--rate=\(sampleRate)", "--channels=1", "--device=mouth",
        "--latency-msec=2000", file.path,
      ], environment: environment)
  }

  /// Stops the server where it is, as a debugger would; `thaw` has it go on.
  package func freeze() { daemon?.send(SIGSTOP) }

  package func thaw() { daemon?.send(SIGCONT) }

  /// Ends the server at once, frozen or not.
  package func end() {
    daemon?.kill()
    speaker?.kill()
    try? FileManager.default.removeItem(at: folder)
  }

  private var answers: Bool {
    ChildProgram.start(["pactl", "info"], environment: environment)?.wait() ?? false
  }

  private func write(_ text: String, to name: String) throws {
    try Data((text + "\n").utf8).write(to: folder.appending(path: name))
  }
}
