import Evaluation
import Foundation
import Sessions
import SoundFiles
import SpeechTiming

/// Scores the detector and the measures against labels: the sample sessions as they are and in noise, and any folders of
/// sound files with labels beside them (`.scv`, `.rttm`, `.TextGrid` or Audacity's `.txt`) that are named; and what is found
/// in words, which alone is scored where the one argument is `words`.
@main
struct Evaluate {
  static func main() throws {
    if CommandLine.arguments.dropFirst() == ["words"] { return try ContentTable.show() }
    print(Table.header)
    let samples = try labelledFiles(below: "Audio")
    print(Table.row("samples", try score(samples) { samples, _, _ in samples }))
    for decibels in [40.0, 20, 10, 5] {
      let name = "samples, pink \(Int(decibels)) dB"
      print(
        Table.row(
          name,
          try score(samples) { samples, rate, labels in
            inPinkNoise(samples, speech: labels.speech, sampleRate: rate, signalToNoise: decibels, seed: 1)
          }))
    }
    let folders = try CommandLine.arguments.dropFirst().map { (name: $0, files: try labelledFiles(below: $0)) }
    for (name, files) in folders { print(Table.row(name, try score(files) { samples, _, _ in samples })) }
    try HesitationTable.show(samples, folders: folders)
    try LiveTable.show([(name: "samples", files: samples)] + folders)
    try ContentTable.show()
  }

  struct LabelledFile: Sendable {
    var path: String
    var labels: Labels
  }

  /// The sound files below `folder` that have labels beside them, in order.
  private static func labelledFiles(below folder: String) throws -> [LabelledFile] {
    let names = (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
    let files = names.filter { ["wav", "flac"].contains(($0 as NSString).pathExtension.lowercased()) }
    let labelled = files.compactMap { name -> LabelledFile? in
      let stem = "\(folder)/\((name as NSString).deletingPathExtension)"
      for ending in ["scv", "rttm", "TextGrid", "truth.txt", "txt"] {
        guard let text = try? String(contentsOfFile: "\(stem).\(ending)", encoding: .utf8),
          let format = LabelFormat(
            rawValue: (ending as NSString).pathExtension.lowercased().ifEmpty(ending.lowercased()))
        else { continue }
        return LabelledFile(path: "\(folder)/\(name)", labels: format.labels(in: text))
      }
      return nil
    }
    guard !labelled.isEmpty else {
      throw SessionError(.noInput, "No sound file with labels beside it below \(folder); name a folder that has some.")
    }
    return labelled
  }

  /// The score over `files`, each changed by `change` (samples, sample rate, labels) before it is measured.
  private static func score(
    _ files: [LabelledFile], change: @escaping @Sendable ([Float], Int, Labels) -> [Float]
  ) throws -> Score {
    let scores = concurrentMap(files) { file in
      Result {
        let (samples, sampleRate) = try wholeFile(file.path)
        let timing = timing(of: change(samples, sampleRate, file.labels), sampleRate: sampleRate)
        return Score(
          found: timing.speech, syllables: timing.pace?.nuclei.count ?? 0, labels: file.labels,
          duration: timing.duration)
      }
    }
    return try scores.reduce(into: Score()) { $0.add(try $1.get()) }
  }

  static func wholeFile(_ path: String) throws -> ([Float], Int) {
    var reader = try SoundReader.open(path)
    var samples: [Float] = []
    var block = [Float](repeating: 0, count: 1 << 15)
    while true {
      let count = try reader.read(into: &block)
      guard count > 0 else { return (samples, reader.sampleRate) }
      samples += block[..<count]
    }
  }
}

extension String {
  fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
