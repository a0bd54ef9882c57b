import Interview
import Scenarios

/// Prints what it takes to choose two probes where everything can be said against every step, in this process.
func measureChoice() {
  guard let scenario = ScenarioLibrary(folders: ["Scenarios"]).all().files.first?.scenario else { return }
  let evidence = Step.allCases.flatMap { step in
    Finding.allCases.map { Evidence(step: step, finding: $0, strength: 0.5, words: "It shows") }
  }
  let choices = 1_000
  let taken = median(
    (0..<3).map { _ in
      seconds {
        for seed in 0..<choices {
          _ = chooseProbes(of: scenario, observed: Observed(evidence: evidence), seed: UInt64(seed))
        }
      }
    })
  let words = "The choice of two probes from \(evidence.count) items of evidence: "
  print("\n" + words + "\(Int((taken / Double(choices) * 1e6).rounded())) µs, in this process")
}
