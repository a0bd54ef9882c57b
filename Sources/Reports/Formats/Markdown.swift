import Interview
import Scenarios
import SpeechTiming

extension Report {
  /// The report as Markdown (CommonMark with tables), in the order of the text: result, probes, changes, details.
  package func markdown() -> String {
    var lines = ["# \(safe(scenario.title))", ""]
    let about = [safe(scenario.principle), level.title, date.map(safe)].compactMap(\.self).joined(separator: " · ")
    lines += [about, "", "> \(safe(scenario.question))", ""]
    lines += ["Whole answer: **\(clock(whole.answerTime))** of \(window)", ""]
    lines += ["| Step | Answer | Target | Verdict |", "|---|---:|---:|---|"]
    lines += steps.map { row in
      let answer = row.take.map { clock($0.timing.answerTime) } ?? "–"
      return "| \(row.step.title) | \(answer) | \(clock(row.target.seconds)) | \(row.verdict.words) |"
    }
    if !probes.isEmpty { lines += ["", "## \(probesTitle)", ""] }
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
    if !advice.isEmpty { lines += ["", "## \(adviceTitle)", ""] }
    for (index, item) in advice.enumerated() {
      lines.append("\(index + 1). **\(safe(item.evidence)).**")
      if let quote = item.quote { lines.append("   - You said: “\(safe(quote))”") }
      lines += ["   - \(safe(item.coaching))", "   - Drill: \(safe(item.drill))"]
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

/// A text on one line in which no sign of Markdown or HTML means anything, nor one that steers a terminal; `–` for none.
private func safe(_ text: String) -> String {
  let signs: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$"]
  let line = text.split(whereSeparator: \.isWhitespace).map(\.printable).filter { !$0.isEmpty }.joined(separator: " ")
  guard !line.isEmpty else { return "–" }
  let escaped = line.reduce(into: "") { safe, sign in
    if signs.contains(sign) { safe.append("\\") }
    safe.append(sign)
  }
  return withoutListSign(escaped)
}

/// `line` with a backslash in what would begin an item of a list or underline a heading.
private func withoutListSign(_ line: String) -> String {
  if let first = line.first, "-+=".contains(first) { return "\\" + line }
  let digits = line.prefix { $0.isASCII && $0.isNumber }
  let rest = line[digits.endIndex...]
  return !digits.isEmpty && (rest.hasPrefix(".") || rest.hasPrefix(")")) ? digits + "\\" + rest : line
}
