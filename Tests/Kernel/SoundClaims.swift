import Foundation

/// That a take is what was played.
let soundClaims = [(48_000, 1), (48_000, 2), (44_100, 1), (44_100, 2)].map { sampleRate, channelCount in
  Claim("a take at \(sampleRate) Hz in \(channelCount == 1 ? "mono" : "stereo") is what was played, bit for bit") {
    let sound = try PlayedSound(seconds: 40, sampleRate: sampleRate, channelCount: channelCount)
    let player = try sound.play()
    defer { player.kill() }
    let running = try RunningTake(hearing: sound)
    try running.hear(4)
    let take = try running.stop()
    try require(take.pieces.count == 1, "\(take.pieces), \(take.frameCount) frames; aplay says: \(player.errors)")
    try require(take.remarks.isEmpty, "\(take.remarks)")
    return "\(take.pieces[0].frameCount) of \(take.frameCount) frames"
  }
}
