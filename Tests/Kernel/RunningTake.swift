import Foundation

/// A rehearsal without a terminal while it records its first step.
struct RunningTake {
  let rehearsal: GuestProgram
  private let sound: PlayedSound
  private let sessions: String

  /// Starts a rehearsal at the loopback's microphone, which hears `sound`.
  init(hearing sound: PlayedSound) throws {
    self.sound = sound
    sessions = "/tmp/\(UUID().uuidString)"
    rehearsal = try GuestProgram(
      starpace,
      [
        "rehearse", "owned-failure", "--device", Loopback.microphone, "--no-mic-check", "--probes", "0",
        "--sessions", sessions,
      ])
  }

  /// Waits until the file holds `seconds` more of sound.
  func hear(_ seconds: Double) throws {
    let enough = size + Int(seconds * Double(sound.sampleRate)) * sound.bytesInFrame
    try wait(for: { size >= enough || !rehearsal.isRunning }, "only \(size) bytes were recorded: \(rehearsal.errors)")
    try require(rehearsal.isRunning, "the rehearsal ends: \(rehearsal.errors)")
  }

  /// Ends the rehearsal as its candidate does, and gives the take.
  func stop(straying limit: Int = 0) throws -> KeptTake {
    rehearsal.press("q")
    let status = try rehearsal.status()
    try require(status == 0, "the rehearsal ends with \(status): \(rehearsal.errors)")
    return try kept(straying: limit)
  }

  /// The take as it lies in the session, whose pieces may have so many frames at their end that nobody played.
  func kept(straying limit: Int = 0) throws -> KeptTake {
    try KeptTake(in: try session, of: sound, straying: limit)
  }

  /// The folder of the session.
  var session: String {
    get throws {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: sessions)) ?? []
      try require(names.count == 1, "\(names.count) sessions: \(rehearsal.errors)")
      return "\(sessions)/\(names[0])"
    }
  }

  /// The bytes of the take's file, none before there is one.
  private var size: Int {
    guard let session = try? session else { return 0 }
    var status = stat()
    return stat("\(session)/\(KeptTake.name)", &status) == 0 ? Int(status.st_size) : 0
  }
}
