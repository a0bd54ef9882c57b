import Capture
import Interview
import Reports
import Testing

@testable import Rehearsal

/// Screens as a candidate sees them, without colours.
@Suite struct ScreenLayoutTests {
  private let page = Page(
    place: "Task, 2 of 5", question: "Tell me about a time you owned a failure.",
    paragraphs: [
      .init(text: "2 Task, 0:20", role: .heading), .init(text: "Say the boundary of your scope aloud.", indent: 2),
      .init(text: "Cues: not mine · no ticket", role: .quiet, indent: 2),
    ])
  private let target = StepTarget(seconds: 20, limit: 30)
  private let voice = SignalLevel(peak: -12, rootMeanSquare: -24)

  private func screen(
    _ status: LiveStatus?, columns: Int = 80, rows: Int = 24, notice: String? = nil
  ) -> String {
    ScreenLayout(columns: columns, rows: rows, isColoured: false)
      .lines(heading: "A story · Ownership · SDE 2", page: page, status: status, notice: notice, keys: "Enter next")
      .joined(separator: "\n")
  }

  @Test func `before the first word`() {
    #expect(
      screen(LiveStatus(title: "Task", elapsed: 0, target: target), notice: "Recording from default at 48000 Hz.")
        == """
        A story · Ownership · SDE 2                                        Task, 2 of 5

        “Tell me about a time you owned a failure.”

        2 Task, 0:20
          Say the boundary of your scope aloud.
          Cues: not mine · no ticket





          ██████      ██████  ██████
          ██  ██  ██  ██  ██  ██  ██
          ██  ██      ██  ██  ██  ██
          ██  ██  ██  ██  ██  ██  ██
          ██████      ██████  ██████

        ··································································┆
                              ▴50        ▴75        ▴100 %           limit▴
        Task        0:00 of 0:20  counts from your first word
        Level ····················  silence
        Recording from default at 48000 Hz.
        Enter next
        """)
  }

  @Test func `past the target`() {
    let status = LiveStatus(title: "Task", elapsed: 23.2, target: target, level: voice)
    #expect(
      screen(status).split(separator: "\n").suffix(5).joined(separator: "\n") == """
        ███████████████████████████████████████████████████···············┆
                              ▴50        ▴75        ▴100 %           limit▴
        Task        0:23 of 0:20  red: target reached
        Level ████████████········  -24 dB
        Enter next
        """)
  }

  @Test func `past the limit, counting down, and too loud`() {
    var status = LiveStatus(title: "Task", elapsed: 34, target: target, countsDown: true)
    status.level = SignalLevel(peak: -0.1, rootMeanSquare: -6)
    #expect(
      screen(status).split(separator: "\n").suffix(10).joined(separator: "\n") == """
                ██████          ██  ██  ██
                ██  ██  ██      ██  ██  ██
          ████  ██  ██          ██  ██████
                ██  ██  ██      ██      ██
                ██████          ██      ██
        ██████████████████████████████████████████████████████████████████▸
                              ▴50        ▴75        ▴100 %           limit▴
        Task        -0:14 left of 0:20  limit: listening has stopped
        Level ██████████████████··  -6 dB, too loud: move back or turn it down
        Enter next
        """)
  }

  @Test(arguments: [
    (
      LiveStatus(title: "Task", elapsed: 3, target: StepTarget(seconds: 20, limit: 30), isPaused: true),
      "paused: p goes on"
    ),
    (
      LiveStatus(title: "Task", elapsed: 3, target: StepTarget(seconds: 20, limit: 30), isStarved: true),
      "the microphone sends nothing"
    ),
    (LiveStatus(title: "Task", elapsed: 12, target: StepTarget(seconds: 20, limit: 30)), "green: past half"),
    (LiveStatus(title: "Task", elapsed: 16, target: StepTarget(seconds: 20, limit: 30)), "yellow: come to the end"),
  ])
  func `one cue is shown, in words`(status: LiveStatus, words: String) {
    #expect(screen(status).contains("of 0:20  \(words)\n"))
  }

  @Test func `a page that is only read has no time`() {
    let lines = screen(nil).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 24)
    #expect(lines.last == "Enter next")
    #expect(lines.filter { $0.contains("█") || $0.contains("Level") } == [])
  }

  @Test(arguments: [20, 40, 59, 60, 80, 200], [3, 6, 10, 21, 22, 24, 60])
  func `every line fits, whatever the size`(columns: Int, rows: Int) {
    let status = LiveStatus(title: "Reflection", elapsed: 17, target: target, level: voice)
    let lines = screen(status, columns: columns, rows: rows).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= rows)
    #expect(lines.allSatisfy { $0.count < columns })
    // The time is seen on all but the tiniest screens.
    #expect(rows < 4 || lines.contains { $0.contains("0:17 of 0:20") })
    // Where the title has no room the place above names the step. The cue goes below where it has none, and is not cut.
    let words = lines.joined(separator: " ").replacing(/\s+/, with: " ")
    #expect(rows < 6 || words.contains("0:17 of 0:20 yellow: come to the end"))
  }

  @Test func `no word of the status is cut off in a narrow terminal`() {
    var status = LiveStatus(title: "Reflection", elapsed: 34, target: target)
    status.level = SignalLevel(peak: -0.1, rootMeanSquare: -6)
    let narrow = screen(status, columns: 40, rows: 12).split(separator: "\n").suffix(5)
    #expect(
      narrow.joined(separator: "\n") == """
        ████████████████████████████████████▸
        0:34 of 0:20
        limit: listening has stopped
        Level █████████████·  -6 dB, too loud
        Enter next
        """)
    // Nor does any row move when the cue gets shorter.
    status.isPaused = true
    status.level = .silence
    let paused = screen(status, columns: 40, rows: 12).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(paused.suffix(4).first == "paused: p goes on")
  }

  @Test func `a path too long for a line is broken and not cut off`() {
    let path = "/" + (1...30).map { "folder\($0)" }.joined(separator: "/")
    let page = Page(place: "Disk", paragraphs: [.init(text: "Cannot rename \(path); check it.", indent: 2)])
    let lines = ScreenLayout(columns: 80, rows: 24, isColoured: false)
      .lines(heading: "", page: page, status: nil, notice: nil, keys: "")
    #expect(lines.map { $0.drop { $0 == " " } }.joined().contains(path))
  }

  @Test func `a long sentence about what just happened is read to its end`() {
    let sentence =
      "The default playback device cannot be played on: no such file or directory. Name another with --device; "
      + "`aplay -L` lists them."
    let lines = screen(LiveStatus(title: "Task", elapsed: 3, target: target), notice: sentence)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 24)
    #expect(lines.suffix(3).dropLast().joined(separator: " ") == sentence)
  }

  @Test func `colours add nothing but colour`() {
    let status = LiveStatus(title: "Task", elapsed: 23.2, target: target, level: voice)
    let coloured = ScreenLayout(columns: 80, rows: 24, isColoured: true)
      .lines(heading: "A story · Ownership · SDE 2", page: page, status: status, notice: nil, keys: "Enter next")
      .joined(separator: "\n")
    #expect(coloured.contains("\u{1B}[31m"))
    #expect(coloured.replacing(/\u{1B}\[\d+m/, with: "") == screen(status))
  }
}
