import Foundation
import Interruption
import Reports

/// Says why nothing more can be written, and asks the candidate on the screen for another folder to go on in.
///
/// - Returns: the folder, or nil where the candidate wants none, a signal came, or nobody sits at a screen.
func askForFolder(because reason: String, stage: inout Stage) -> String? {
  var settings = termios()
  guard stage.waitsForReaders, tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
  stage.show(
    Page(
      place: "Disk",
      paragraphs: [
        Page.Paragraph(text: reason, role: .bad), .space,
        Page.Paragraph(
          text: "What was said so far is kept. Another folder to go on in (Enter alone stops here):", role: .heading),
      ]))
  // A line with echo, whatever the keyboard is set to meanwhile. Before it is asked for: nothing typed is forgotten.
  var before = settings
  settings.c_lflag |= tcflag_t(ICANON | ECHO)
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
  defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
  stage.draw(nil, keys: "> ")
  stage.beginTyping(column: 3)
  defer { stage.endTyping() }
  // Not one read without an end: a signal may come just before it.
  var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
  while poll(&input, 1, 100) <= 0 {
    if isInterrupted { return nil }
  }
  var line = [UInt8](repeating: 0, count: 4096)
  let count = read(STDIN_FILENO, &line, line.count)
  let answer = String(decoding: line.prefix(max(0, count)), as: UTF8.self)
    .trimmingCharacters(in: .whitespacesAndNewlines)
  return answer.isEmpty ? nil : (answer as NSString).expandingTildeInPath
}
