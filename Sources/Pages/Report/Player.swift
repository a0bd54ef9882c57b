import Foundation
import Interview
import Reports
import Sessions
import SpeechTiming

/// How a take can be listened to on the page, or why it cannot.
struct Player: Sendable {
  /// `take-3`, which buttons elsewhere on the page name.
  let id: String
  /// What is played, as a person calls it.
  let name: String
  let duration, offset: String
  let length: String
  /// `nil` where it cannot be played.
  let source: String?
  /// Why it cannot be played, a sentence; or what to say where the browser fails.
  let trouble: String

  /// The player of the take in `part`, whose sound is `sound`, on a page in `folder`.
  init(of part: Timeline.Part, id: String, sound: TakeSound, pageIn folder: String) {
    let take = part.take
    let file = take.file
    self.id = id
    name = part.name
    duration = "\(take.timing.duration)"
    length = clock(take.timing.duration)
    switch sound.audio {
    case .file(let path):
      // As a fragment of its file, which a browser without scripts keeps to as well (W3C, "Media Fragments URI 1.0").
      let isPart = take.offset > 0
      offset = "\(take.offset)"
      source =
        fileReference(to: path, fromPageIn: folder)
        + (isPart ? "#t=\(take.offset),\(take.offset + take.timing.duration)" : "")
      trouble = """
        \(file) cannot be played: it is not where this page looks for it, or this browser does not know its format. \
        A report written with --embed-audio holds its sound itself.
        """
    case .embedded(let bytes, let mediaType):
      offset = "0"
      source = "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())"
      trouble = "This browser does not play Opus; a newer one does."
    case .unplayable(let format):
      offset = "0"
      source = nil
      trouble = """
        \(file) (\(format)) is of a format that browsers do not play. A report written with --embed-audio holds its \
        sound in one that they do.
        """
    case .unreadable:
      offset = "0"
      source = nil
      trouble = "\(file) is not there, or cannot be read; what was measured in it is shown without its sound."
    }
  }

  /// A place from which the take is played.
  func place(_ seconds: Double, words: String? = nil) -> PlaceView {
    PlaceView(
      words: words ?? clock(seconds), playerID: source == nil ? nil : id, from: "\(seconds)",
      label: words == nil ? "Play \(name) from \(clock(seconds))" : nil)
  }
}

/// A place in a take: a button that plays from there, or words where nothing can be played.
struct PlaceView: Sendable {
  let words: String
  let playerID: String?
  let from: String
  /// What the button does, for those who do not see where it stands; `nil` where its words say it.
  let label: String?
}
