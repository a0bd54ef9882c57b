import Configuration
import Testing

@Suite struct ConfigurationTests {
  private func problems(_ yaml: String) -> [String] {
    do throws(ConfigurationError) {
      _ = try Configuration(yaml: yaml, file: "config.yaml")
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }

  @Test func `a transcriber is read with its words`() throws {
    let configuration = try Configuration(
      yaml: "# mine\ntranscriber: \"whisper-cli -m 'my model.bin' -ojf -of {output} {input}\"\n", file: "config.yaml")
    #expect(
      configuration.transcriber?.words(input: "/in.wav", output: "/out")
        == ["whisper-cli", "-m", "my model.bin", "-ojf", "-of", "/out", "/in.wav"])
  }

  @Test func `candidate and coach are names`() throws {
    let configuration = try Configuration(yaml: "candidate: \" Anna  K. \"\ncoach: 7\n", file: "config.yaml")
    #expect(configuration.candidate?.text == "Anna K.")
    #expect(configuration.coach?.text == "7")
  }

  @Test(arguments: ["", "''", "[a]", "\"a\\e[2Jb\"", "\"\\u202Eanna\"", String(repeating: "x", count: 101)])
  func `what is no name is refused`(name: String) {
    let found = problems("candidate: \(name)\n")
    #expect(found.count == 1 && found[0].contains("`candidate` must be a name of at most 100 characters"), "\(found)")
  }

  @Test(arguments: ["", "\n", "# nothing yet\n", "---\n"])
  func `a file that says nothing settles nothing`(yaml: String) throws {
    #expect(try Configuration(yaml: yaml, file: "config.yaml") == Configuration())
  }

  @Test func `a file that is not there settles nothing`() throws {
    #expect(try Configuration(path: "/nonexistent/config.yaml") == Configuration())
  }

  @Test(arguments: [
    (
      yaml: "# mine\ntranscribr: x\n",
      problem: "2:1: `transcribr` is not a key of the configuration; its keys are `transcriber`, `candidate`, `coach`."
    ),
    (yaml: "transcriber: whisper-cli\n", problem: "1:14: `transcriber` must be a command that holds {input}, the"),
    (yaml: "transcriber: [a]\n", problem: "1:14: `transcriber` must be a command that holds {input}, the sound file"),
    (yaml: "transcriber: a \"b {input}\n", problem: "1:14: `transcriber` has a quote that is not closed; close it."),
    (yaml: "transcriber: \"a {input}\\e[2J\"\n", problem: "1:14: `transcriber` must be one line without control"),
    (yaml: "just words\n", problem: "1:1: the configuration is a list of keys; write `transcriber: \"…\"`."),
    (yaml: "transcriber: a: b\n", problem: "1:15: this is not YAML (mapping values are not allowed in this context)"),
    (
      yaml: "transcriber: a {input}\ntranscriber: b {input}\n",
      problem: "1:1: a key stands here and again; keep one of them."
    ),
    (
      yaml: "\"\\e[2J\": x\n",
      problem: "1:1: `[2J` is not a key of the configuration; its keys are `transcriber`, `candidate`, `coach`."
    ),
  ])
  func `what is wrong is named with its line`(yaml: String, problem: String) {
    let found = problems(yaml)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("config.yaml:\(problem)") == true, "\(found)")
  }

  @Test func `all problems are told at once`() {
    #expect(problems("a: 1\nb: 2\ntranscriber: c\n").count == 3)
  }
}
