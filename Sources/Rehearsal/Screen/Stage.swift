import Reports

/// How the candidate is talked to.
package enum StageForm: Sendable {
  /// On the whole screen of a terminal.
  case screen
  /// In plain lines: where there is no terminal, or one that cannot be drawn on.
  case lines
  /// Not at all.
  case nothing
}

/// What the candidate looks at while rehearsing: a screen that is drawn over, or plain lines one after the other.
struct Stage: ~Copyable {
  private let heading: String
  private let style: Style
  private let form: StageForm
  private var screen: TerminalScreen?
  /// What was turned to last.
  private(set) var page = Page(place: "", paragraphs: [])
  private var notice: String?

  init(heading: String, style: Style, form: StageForm) {
    self.heading = heading
    self.style = style
    self.form = form
    screen = form == .screen ? TerminalScreen() : nil
  }

  /// Says what only needs to be said once: on a screen, each page says it.
  func begin(question: String, keys: String) {
    guard form == .lines else { return }
    say(heading, as: .heading)
    say("“\(question)”")
    say(keys, as: .quiet)
  }

  /// Whether a page waits to be read until a key is pressed; lines can be read at any time.
  var waitsForReaders: Bool { form == .screen }

  /// Turns to `page`.
  mutating func show(_ page: Page) {
    self.page = page
    guard form == .lines else { return }
    writeToTerminal("\n")
    for line in page.lines(style) { writeToTerminal(line + "\n") }
  }

  /// Tells what just happened, until the next notice or `nil`.
  mutating func note(_ notice: String?) {
    self.notice = notice
    if form == .lines, let notice { say(notice, as: .quiet, indent: 2) }
  }

  /// Draws the page, with `status` below it while a take is recorded. Lines do not change: there is nothing to draw.
  mutating func draw(_ status: LiveStatus?, keys: String) {
    guard form == .screen, let size = screen?.size else { return }
    let layout = ScreenLayout(columns: size.columns, rows: size.rows, isColoured: style.isColoured)
    screen?.draw(layout.lines(heading: heading, page: page, status: status, notice: notice, keys: keys))
  }

  /// Says which keys answer, where no screen shows them all the time.
  func tellKeys(_ keys: String) {
    if form == .lines { say(keys, as: .quiet, indent: 2) }
  }

  /// Puts the cursor in the last row, for the candidate to type there.
  mutating func beginTyping(column: Int) {
    guard let rows = screen?.size.rows else { return }
    writeToTerminal("\u{1B}[\(rows);\(column)H\u{1B}[?25h")
  }

  /// Hides the cursor; what was typed is drawn over.
  mutating func endTyping() {
    writeToTerminal("\u{1B}[?25l")
    screen?.forget()
  }

  /// Rings the terminal's bell.
  func ring() {
    if form == .screen { writeToTerminal("\u{7}") }
  }

  private func say(_ text: String, as role: Style.Role? = nil, indent: Int = 0) {
    for line in style.wrapped(text, indent: indent) {
      writeToTerminal((role.map { style.styled(line, as: $0) } ?? line) + "\n")
    }
  }
}
