import ArgumentParser
import Interview
import Sessions

/// Whether a report shows what a coach has noted.
struct NoteOptions: ParsableArguments {
  @Flag(help: "Leave out what a coach has noted about the session.")
  var withoutNotes = false

  /// The notes of the session in `folder`, as far as they are wanted; a file that is none is named and left out.
  func read(_ folder: SessionFolder?) -> CoachNotes {
    withoutNotes ? CoachNotes() : readNotes(of: folder)
  }
}

/// The notes of the session in `folder`; a file that is none is named and left out.
func readNotes(of folder: SessionFolder?) -> CoachNotes {
  guard let folder else { return CoachNotes() }
  do throws(SessionError) {
    return try folder.notes()
  } catch {
    warn("\(error) The report comes without notes.")
    return CoachNotes()
  }
}
