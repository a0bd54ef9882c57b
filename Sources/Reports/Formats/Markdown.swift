import Interview
import Scenarios
import SpeechTiming
import Trends

extension Report {
  /// The report as Markdown (CommonMark with tables), in the order of the text: result, probes, changes, details.
  package func markdown() -> String {
    var lines = ["# \(safe(scenario.title))", ""]
    let date = started.map { " · " + $0.prefix(16).replacing("T", with: " ") + " UTC" } ?? ""
    let of = candidate.map { "\(safe($0.cut(to: 40))) · " } ?? ""
    lines += ["\(of)\(safe(scenario.principle)) · \(level.title)\(date)", "", "> \(safe(scenario.question))", ""]
    lines += ["Whole answer: **\(clock(whole.answerTime))** of \(clock(whole.atLeast)) to \(clock(whole.atMost))", ""]
    lines += ["| Step | Answer | Target | Verdict |", "|---|---:|---:|---|"]
    lines += steps.map { row in
      let answer = row.take.map { clock($0.timing.answerTime) } ?? "–"
      return "| \(row.step.title) | \(answer) | \(clock(row.target.seconds)) | \(row.verdict.words)"
        + (row.coach.map { "; \(safe($0.words))" } ?? "") + " |"
    }
    if !notes.notes.isEmpty { lines += ["", "## Notes of the coach", ""] }
    lines += notes.notes.enumerated().map { "\($0 + 1). \(safe($1.words))" }
    if !probes.isEmpty {
      lines += ["", wereAsked ? "## What the interviewer asked" : "## What the interviewer asks next", ""]
    }
    for (index, row) in probes.enumerated() {
      lines.append("\(index + 1). **\(safe(row.probe.question))**")
      lines += row.reasons.map { "   - \(safe($0))" }
      if let take = row.take, let verdict = row.verdict {
        lines.append(
          "   - Your answer: \(clock(take.timing.answerTime)) of \(clock(row.target.seconds)), \(verdict.words)")
      }
      if let deeper = row.followUp { lines.append("   - Then: \(safe(deeper.question)) \(safe(deeper.reason))") }
      lines.append("   - To remember: \(safe(row.probe.keyLine))")
    }
    if !advice.isEmpty { lines += ["", "## What to change first", ""] }
    for (index, item) in advice.enumerated() {
      lines.append("\(index + 1). **\(safe(item.evidence)).**")
      if let quote = item.quote { lines.append("   - You said: “\(safe(quote))”") }
      lines += ["   - \(safe(item.coaching))", "   - Drill: \(safe(item.drill))"]
    }
    if let changes, !changes.named.isEmpty {
      lines += ["", "## Changes against the sessions before", ""] + changes.markdown()
    }
    let parts = Timeline(of: self).parts
    if !parts.isEmpty {
      lines += ["", "## Details", "", "| Take | File | Speech | Latency | Pauses | Longest | Syllables/s | Pitch |"]
      lines.append("|---|---|---:|---:|---:|---:|---:|---:|")
    }
    lines += parts.map(detailRow)
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A row of the table of details.
private func detailRow(of part: Timeline.Part) -> String {
  let timing = part.take.timing
  let latency = timing.responseLatency.map { decimal($0) + " s" }
  let longest = timing.longestPause.map { "\(decimal($0.duration)) s at \(clock($0.start))" }
  let rate = timing.pace.map { decimal($0.articulationRate) }
  let pitch = timing.voice?.pitchMedian.map { "\(Int($0.rounded())) Hz" }
  let figures = [decimal(timing.speechTime) + " s", latency, "\(timing.pauses.count)", longest, rate, pitch]
  let cells = [part.name, safe(part.take.file)] + figures.map { $0 ?? "–" }
  return "| " + cells.joined(separator: " | ") + " |"
}
