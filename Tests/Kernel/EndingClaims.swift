import Foundation

/// What a rehearsal leaves that did not end by itself.
let endingClaims = [
  Claim("of a program that is killed, `recover` keeps all but a quarter second at most") {
    let sound = try PlayedSound(seconds: 60, sampleRate: 48_000, channelCount: 1)
    let player = try sound.play()
    defer { player.kill() }
    var losses: [Double] = []
    // Not a multiple of the quarter second after which the take is written.
    for seconds in [1.03, 1.11, 1.19] {
      let running = try RunningTake(hearing: sound)
      try running.hear(seconds)
      // Stopped, so that the kernel's count is that of the same moment.
      running.rehearsal.send(SIGSTOP)
      let delivered = Loopback.recording.deliveredFrames
      running.rehearsal.send(SIGKILL)
      let status = try running.rehearsal.status()
      try require(status == -SIGKILL, "the rehearsal ended with \(status)")
      let recovery = try GuestProgram.run(starpace, ["recover", try running.session])
      try require(recovery.output.hasPrefix("Recovered 1 take"), "\(recovery.output)\(recovery.errors)")
      let take = try running.kept()
      try require(take.pieces.count == 1, "\(take.pieces)")
      losses.append(Double((delivered ?? .max) - take.frameCount) / Double(sound.sampleRate))
    }
    try require(losses.allSatisfy { (0...0.25).contains($0) }, "lost: \(losses) s")
    return losses.map { "\(decimal($0 * 1000, places: 0)) ms" }.joined(separator: ", ") + " lost"
  },
  Claim("of a card that goes away the take is kept, the loss is said, and the card can come back") {
    let sound = try PlayedSound(seconds: 60, sampleRate: 48_000, channelCount: 1)
    let player = try sound.play()
    let running = try RunningTake(hearing: sound)
    try running.hear(3)
    // The kernel lets the card go when its last user has closed it: whoever asks has to wait for that.
    let unbinding = try driver("unbind")
    let status = try running.rehearsal.status()
    try require(status == 69, "the rehearsal ends with \(status): \(running.rehearsal.errors)")
    // The reason is "No such device", or, while the kernel has yet to say so, "Input/output error".
    let sentence = "The microphone \(Loopback.microphone) went away while recording ("
    try require(running.rehearsal.errors.contains(sentence), "it says: \(running.rehearsal.errors)")
    player.kill()
    try require(try unbinding.status() == 0, unbinding.errors)
    let take = try running.kept()
    try require(take.pieces.count == 1, "\(take.pieces)")
    let heard = Double(take.pieces[0].frameCount) / Double(sound.sampleRate)
    // Frames of zeros at either end are not counted.
    try require(heard >= 2.99, "only \(heard) s are kept")
    try require(!(try GuestProgram.run(starpace, ["devices"])).output.contains("Loopback"), "it is still listed")
    try require(try driver("bind").status() == 0, "the card does not come back")
    try require(try GuestProgram.run(starpace, ["devices"]).output.contains("Loopback"), "it is not listed again")
    return "\(decimal(heard, places: 2)) s kept"
  },
]

/// Takes the card Loopback away from its driver (`unbind`), or gives it back (`bind`).
private func driver(_ action: String) throws -> GuestProgram {
  try GuestProgram(
    "/bin/sh", ["-c", "echo snd_aloop.0 > /sys/bus/platform/drivers/snd_aloop/\(action)"])
}
