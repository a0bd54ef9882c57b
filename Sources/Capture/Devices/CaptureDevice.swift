/// A microphone to choose from.
package struct CaptureDevice: Sendable, Equatable {
  /// What `--device` takes, e.g. `plughw:CARD=Yeti,DEV=0`.
  package let name: String
  /// What a person would call it, e.g. "Blue Yeti, USB Audio".
  package let title: String
  /// The sound card it belongs to; nil for the default, a sound server and what the user configured.
  package let card: SoundCard?

  package init(name: String, title: String, card: SoundCard? = nil) {
    self.name = name
    self.title = title
    self.card = card
  }

  /// What the system or the user chose.
  package static let systemDefault = CaptureDevice(
    name: defaultDeviceName, title: "The system's default microphone")

  /// What it is called within a sentence: `“Blue Yeti, USB Audio”`, or the one name that it has.
  package var words: String {
    if self == .systemDefault { return "the system's default microphone" }
    return title == name ? name : "“\(title)”"
  }
}
