import Foundation

/// What becomes of a take whose sound does not come, or does not arrive.
let lossClaims = [
  Claim("a program that is stopped for 3 s marks the gap, and what follows stands at its time") {
    let sound = try PlayedSound(seconds: 60, sampleRate: 48_000, channelCount: 1)
    let player = try sound.play()
    defer { player.kill() }
    let running = try RunningTake(hearing: sound)
    try running.hear(2)
    running.rehearsal.send(SIGSTOP)
    sleep(3)
    running.rehearsal.send(SIGCONT)
    try running.hear(4)
    let take = try running.stop()
    try require(take.pieces.count == 2, "\(take.pieces); aplay says: \(player.errors)")
    let remark = try #/^(\d\.\d) s of sound were lost at 0:0\d, silence stands for them: /#
      .prefixMatch(in: take.remarks.first ?? "")
    try require(take.remarks.count == 1 && remark != nil, "\(take.remarks)")
    // The player went on meanwhile: it is the clock.
    let played = take.pieces[1].place - take.pieces[0].place
    let error = Double(take.pieces[1].start - take.pieces[0].start - played) / Double(sound.sampleRate)
    try require(abs(error) <= greatestShift, "what follows stands \(error) s from its time")
    return "\(take.remarks[0]) What follows is \(decimal(error * 1000, places: 1)) ms off."
  },
  Claim("a player that stops, goes on and ends leaves silence in the take, and no remark") {
    let sound = try PlayedSound(seconds: 60, sampleRate: 48_000, channelCount: 1)
    let player = try sound.play()
    let running = try RunningTake(hearing: sound)
    try running.hear(2)
    player.send(SIGSTOP)
    try running.hear(2)
    player.send(SIGCONT)
    try running.hear(2)
    player.kill()
    try running.hear(2)
    let take = try running.stop(straying: sound.sampleRate / playersPeriodsPerSecond)
    try require(take.pieces.count == 2, "\(take.pieces)")
    try require(take.remarks.isEmpty, "\(take.remarks)")
    let silence = Double(take.frameCount - take.pieces[1].end) / Double(sound.sampleRate)
    try require(silence > 1, "\(silence) s of silence at the end")
    return "\(decimal(silence, places: 1)) s of silence at the end, "
      + "\(take.pieces.map(\.strayFrames)) frames heard that nobody played"
  },
]

/// The driver learns only after a period of the player (aplay's: 125 ms) that it is late; until then what was played
/// before sounds again.
private let playersPeriodsPerSecond = 8

/// How far sound after a gap may be from its time, in seconds: a period of the microphone (25 ms), in which the gap's
/// length is uncertain, and as much again for a virtual machine that keeps its clocks waiting. Our own choice.
private let greatestShift = 0.05
