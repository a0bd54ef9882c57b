import Foundation
import Testing

@Suite(.timeLimit(.minutes(10))) struct ScenariosCommandTests {
  private let ids = ["admitted-wrong", "kept-commitment", "owned-failure", "pushed-back", "wrong-call"]

  @Test(arguments: [["scenarios"], ["scenarios", "list"]])
  func `the five shipped scenarios are listed`(arguments: [String]) async throws {
    let run = try await Machine().run(arguments)
    let shown = ids.filter { id in run.outputLines.contains { $0.contains(id) } }
    #expect(shown == ids)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `a scenario is shown with its steps and probes`() async throws {
    let run = try await Machine().run(["scenarios", "show", "pushed-back"])
    for words in ["Situation", "Task", "Action", "Result", "Reflection"] {
      #expect(run.output.contains(words))
    }
    #expect(run.outputLines.filter { $0.count > 80 }.isEmpty)
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.status == 0)
  }

  @Test func `all shipped files are good`() async throws {
    let run = try await Machine().run(["scenarios", "check"])
    #expect(run.outputLines.count == 5)
    #expect(run.outputLines.allSatisfy { $0.hasSuffix(".yaml: good") })
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `a broken file shows all its problems at their places`() async throws {
    let machine = try Machine()
    let whole = String(decoding: try bytes(of: "\(checkout)/Scenarios/owned-failure.yaml"), as: UTF8.self)
    let broken = whole.replacing("target_s: 90", with: "target_s: ninety")
      .replacing("\nprinciple:", with: "\nprincipal:")
    _ = try machine.folder.write(broken.utf8, to: "owned-failure.yaml")
    let good = "\(checkout)/Scenarios/wrong-call.yaml"
    let run = try await machine.run(["scenarios", "check", "./owned-failure.yaml", good])
    let problems = run.errors.split(separator: "\n")
    #expect(problems.count >= 2)
    #expect(problems.allSatisfy { $0.contains(/^\.\/owned-failure\.yaml:\d+:\d+: .+[.?]$/) })
    let target = try #require(
      broken.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("ninety") })
    #expect(problems.contains { $0.hasPrefix("./owned-failure.yaml:\(target + 1):") })
    #expect(problems.contains { $0.contains("principal") })
    #expect(run.output == "\(good): good\n")
    #expect(run.status == 65)
  }

  @Test(arguments: [
    ["scenarios", "show", "owned-failur"], ["scenarios", "check", "owned-failur"],
    ["rehearse", "owned-failur"], ["replay", "owned-failure-typical-faults", "--scenario", "owned-failur"],
  ])
  func `an unknown name is told with the one that was meant`(arguments: [String]) async throws {
    let run = try await Machine().run(arguments)
    #expect(
      run.errors.hasSuffix(
        "No scenario named 'owned-failur'. Did you mean owned-failure? 'starpace scenarios list' shows all.\n"
      ))
    #expect(run.output == "")
    #expect(run.status == 66)
  }

  @Test func `a user's own scenario stands before a shipped one of its name`() async throws {
    let machine = try Machine()
    let text = String(decoding: try bytes(of: "\(checkout)/Scenarios/wrong-call.yaml"), as: UTF8.self)
    let own = text.replacing(/\ntitle: .*/, with: "\ntitle: My own call")
    let file = try machine.folder.write(own.utf8, to: "home/.config/starpace/scenarios/wrong-call.yaml")
    let list = try await machine.run(["scenarios", "list"])
    #expect(list.output.contains("My own call"))
    let named = try await machine.run(
      ["scenarios", "show", "wrong-call", "--scenarios", (file as NSString).deletingLastPathComponent],
      environment: ["XDG_CONFIG_HOME": "/nowhere"])
    #expect(named.output.contains("My own call"))
  }
}
