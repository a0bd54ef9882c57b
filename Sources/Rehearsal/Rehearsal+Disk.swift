import Sessions

extension Rehearsal {
  /// Writes `session.json`, in another folder if this one takes no more; whether all that was said is in it.
  @discardableResult
  mutating func save(_ stage: inout Stage) -> Bool {
    do throws(SessionError) {
      try folder.write(session)
      return true
    } catch {
      // The candidate was asked already.
      if case .failed(.disk, _) = ending { return false }
      return goesOnElsewhere(after: error, &stage)
    }
  }

  /// Asks for another folder because this one takes no more, and goes on there; else the rehearsal ends.
  mutating func goesOnElsewhere(after error: any Error, _ stage: inout Stage) -> Bool {
    var reason = "\(error)"
    let page = stage.page
    defer { if stage.waitsForReaders { stage.show(page) } }
    while let sessions = askForFolder(because: reason, stage: &stage) {
      do throws(SessionError) {
        let next = try folder.continued(in: sessions, with: session)
        stage.note(
          next.left.isEmpty
            ? "What was said is kept. Going on in \(next.folder.path)."
            : "Going on in \(next.folder.path); no room for \(next.left.joined(separator: ", ")).")
        // The session is whole in the new folder.
        mark.remove()
        (folder, mark) = (next.folder, next.mark)
        return true
      } catch {
        reason = "\(error)"
      }
    }
    ending = .failed(.disk, "\(error)")
    return false
  }
}
