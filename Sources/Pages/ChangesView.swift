import Reports
import Trends

/// What has changed, or why nothing can be said of it.
struct ChangesView: Sendable {
  let changesTitle: String
  let sentences: [String]
  let method: String?
}

extension ChangesView {
  /// The changes of a session's report; `nil` where nothing is named.
  init?(inReport changes: Changes?) {
    guard let changes, !changes.named.isEmpty else { return nil }
    self.init(
      changesTitle: Changes.reportHeading, sentences: changes.sentences, method: changes.reportMethod)
  }
}

extension ChangesView {
  /// The changes of a history, or that there are too few sessions to name any.
  init(inHistory changes: Changes?) {
    self.init(
      changesTitle: Changes.heading, sentences: changes?.sentences ?? [Changes.tooFew], method: changes?.fullMethod)
  }
}
