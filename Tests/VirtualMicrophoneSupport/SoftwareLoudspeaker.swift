extension VirtualMicrophone {
  /// A machine without a microphone whose loudspeaker writes all that it plays into `file`, which may be a FIFO.
  package static func loudspeaker(writing file: String) throws -> VirtualMicrophone {
    try VirtualMicrophone(
      hearing: .int16([]), sampleRate: 48_000, wiring: .absent,
      furtherConfiguration: loudspeakerConfiguration(writing: file))
  }

  /// The configuration of such a loudspeaker, for a machine that has a microphone as well.
  ///
  /// As a sound card of 48 kHz, 16 bits and two channels behind a converter, except that it is not in real time: it
  /// takes whatever it is given at once, and a FIFO at the pace of its reader.
  package static func loudspeakerConfiguration(writing file: String) -> String {
    """
    pcm.written { type file slave.pcm null file "\(file)" format raw }
    pcm.loudspeaker {
      type plug
      slave { pcm written format S16_LE rate 48000 channels 2 }
    }
    pcm.default { type asym playback.pcm loudspeaker }

    """
  }
}
