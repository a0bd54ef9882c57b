import Foundation

/// What is told about microphones before anything is recorded.
let listingClaims = [
  Claim("`devices` lists the cards by their names") {
    let run = try GuestProgram.run(starpace, ["devices"])
    for line in ["Loopback, Loopback PCM", "Dummy, Dummy PCM", "plughw:CARD=Loopback,DEV=1", "plughw:CARD=Dummy,DEV=0"]
    {
      try require(run.output.contains(line), "no \(line) in \(run.output)\(run.errors)")
    }
    return ""
  },
  Claim("a microphone that another program holds is called busy") {
    let other = try GuestProgram("/usr/bin/arecord", ["-q", "-D", Loopback.microphone, "-f", "S16_LE", "/dev/null"])
    try wait(for: { Loopback.recording.state == "RUNNING" }, "arecord does not begin: \(other.errors)")
    defer { other.kill() }
    let run = try GuestProgram.run(starpace, ["mic-check", "--device", Loopback.microphone])
    let status = try run.status()
    let sentence = "The microphone \(Loopback.microphone) is in use by another program."
    try require(status == 69 && run.errors.contains(sentence), "it ends with \(status): \(run.errors)")
    return ""
  },
  Claim("a user who may not record is told of the audio group") {
    for wish in [["mic-check"], ["mic-check", "--device", "plughw:CARD=Loopback,DEV=1"], ["devices"]] {
      let run = try GuestProgram.run("/bin/su", ["guest", "-c", ([starpace] + wish).joined(separator: " ")])
      let status = try run.status()
      let advice = "Ask for membership of the audio group"
      try require(status == 69 && run.errors.contains(advice), "\(wish) ends with \(status): \(run.errors)")
    }
    return ""
  },
  Claim("`mic-check` tells a microphone that hears nothing from one that hears speech") {
    let silent = try GuestProgram.run(starpace, ["mic-check", "--device", Loopback.microphone])
    try require(
      try silent.status() == 1 && silent.output.hasPrefix("Digital silence"), "\(silent.output)\(silent.errors)")
    let sound = try PlayedSound(seconds: 30, sampleRate: 48_000, channelCount: 1)
    let player = try sound.play()
    defer { player.kill() }
    let heard = try GuestProgram.run(starpace, ["mic-check", "--device", Loopback.microphone])
    try require(try heard.status() == 0 && heard.output.hasPrefix("Good"), "\(heard.output)\(heard.errors)")
    return ""
  },
]
