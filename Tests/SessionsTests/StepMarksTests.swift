import Scenarios
import Sessions
import Testing

@Suite struct StepMarksTests {
  private func message(_ text: String) -> String? {
    do throws(SessionError) {
      _ = try StepMarks(text)
      return nil
    } catch {
      return "\(error.kind): \(error)"
    }
  }

  @Test func `four times begin the steps after Situation, which begins at zero`() throws {
    let marks = try StepMarks("0:31,0:52.5,2:20,1:02:41")
    #expect(marks.spans.map(\.step) == Step.allCases)
    #expect(marks.spans.map(\.start) == [0, 31, 52.5, 140, 3761])
    #expect(marks.spans.map(\.end) == [31, 52.5, 140, 3761, nil])
  }

  @Test func `a fifth time ends Reflection`() throws {
    #expect(try StepMarks("10,20,30,40,55").spans.last?.end == 55)
  }

  @Test(arguments: [
    ("0:31,oops,2:20,2:41", "'oops' in --marks is not a time."),
    ("0:31,0:99,2:20,2:41", "'0:99' in --marks is not a time."),
    ("0:31,,2:20,2:41", "'' in --marks is not a time."),
    ("-5,10,20,30", "'-5' in --marks is not a time."),
    ("inf,10,20,30", "'inf' in --marks is not a time."),
    ("0:52,0:31,2:20,2:41", "The times of --marks must rise, and '0:31' does not."),
    ("0:31,0:52", "--marks has 2 times and needs four."),
  ])
  func `marks that cannot be read say which and what to write`(text: String, sentence: String) {
    #expect(message(text)?.hasPrefix("usage: \(sentence) Write where Task") == true)
  }

  @Test func `labels may stand in any order, of any case, with others between them`() throws {
    let labels = "52.0\t140.0\tACTION\n0.0\t31.0\t1 Situation\n33\t33\tcough\n31.5\t52.0\tTask\n\\\t100\t200\n"
    let marks = try StepMarks(labels: labels, file: "a.txt")
    #expect(marks.spans.map(\.step) == [.situation, .task, .action])
    #expect(marks.spans.map(\.end) == [31, 52, 140])
  }

  @Test func `a label of no length lasts until the next, the last to the end of the file`() throws {
    let marks = try StepMarks(labels: "0\t0\tsituation\r\n30\t30\ttask\r\n", file: "a.txt")
    #expect(marks.spans.map(\.end) == [30, nil])
  }

  @Test(arguments: [
    ("", "a.txt names no step."),
    ("1\t2\tchorus\n", "a.txt names no step."),
    ("one\ttwo\ttask\n", "Line 1 of a.txt is not a label (start, end, name)."),
    ("5\t2\ttask\n", "Line 1 of a.txt is not a label (start, end, name)."),
    ("1\t2\ttask\n3\t4\ttask\n", "a.txt names Task twice."),
    ("0\t20\tsituation\n10\t30\ttask\n", "Situation in a.txt runs into the next step."),
  ])
  func `labels that cannot be used say why`(text: String, sentence: String) {
    do throws(SessionError) {
      _ = try StepMarks(labels: text, file: "a.txt")
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.kind == .badData)
      #expect(error.description.hasPrefix(sentence))
    }
  }
}
