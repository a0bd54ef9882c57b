import Interruption
package import Reports

/// Shows `study` page by page on the terminal's screen until its reader is through, or wants to stop.
///
/// - Returns: whether it ended that way, and not by a signal or with the terminal.
package func readAtTerminal(_ study: inout Study, style: Style) -> Bool {
  watchForInterruption(onWholeScreen: true)
  let keyboard = Keyboard(turnsPages: true)
  var screen = TerminalScreen()
  while !study.isDone {
    let size = screen.size
    let layout = ScreenLayout(columns: size.columns, rows: size.rows, isColoured: style.isColoured)
    screen.draw(study.screen(layout))
    let key = keyboard.key(within: 100)
    if isInterrupted || key == .gone { return false }
    if let key { study.press(key, on: layout) }
  }
  return true
}
