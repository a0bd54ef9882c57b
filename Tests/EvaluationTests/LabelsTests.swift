import Evaluation
import SpeechTiming
import Testing

@Suite struct LabelsTests {
  private let expected = [Interval(start: 0.5, end: 2), Interval(start: 2.75, end: 4)]

  @Test func `every format gives the same speech`() {
    let scv = "clip,0.000,0.500,0,0.500,1.250,1,1.250,2.000,1,2.000,2.750,0,2.750,4.000,1\n"
    let rttm = """
      SPEAKER clip 1 2.750 1.250 <NA> <NA> a <NA> <NA>
      SPKR-INFO clip 1 <NA> <NA> <NA> unknown a <NA> <NA>
      SPEAKER clip 1 0.500 1.500 <NA> <NA> a <NA> <NA>
      """
    let textGrid = """
      File type = "ooTextFile"
      xmin = 0
      xmax = 4
      item [1]:
          class = "IntervalTier"
          xmin = 0
          xmax = 4
          intervals [1]:
              xmin = 0
              xmax = 0.5
              text = ""
          intervals [2]:
              xmin = 0.5
              xmax = 2
              text = "hello"
          intervals [3]:
              xmin = 2
              xmax = 2.75
              text = "sil"
          intervals [4]:
              xmin = 2.75
              xmax = 4
              text = "x"
      """
    #expect(LabelFormat.scv.labels(in: scv).speech == expected)
    #expect(LabelFormat.rttm.labels(in: rttm).speech == expected)
    #expect(LabelFormat.textgrid.labels(in: textGrid).speech == expected)
    #expect(LabelFormat.txt.labels(in: "0.5\t2\tone\n2.75\t4\ttwo\n").speech == expected)
  }

  @Test func `syllables are counted where labels name them`() {
    let labels = LabelFormat.txt.labels(in: "0\t1\tspeech syllables=7\n2\t3\tspeech syllables=12\n")
    #expect(labels.syllables == 19)
    #expect(LabelFormat.txt.labels(in: "0\t1\tspeech\n").syllables == nil)
  }

  @Test(arguments: LabelFormat.allCases) func `what cannot be read is passed over`(format: LabelFormat) {
    for text in ["", "\n", "a", "a,b,c", "a,1,2", "SPEAKER", "xmin =\nxmax = 1\ntext = \"a\"", "\t\t\t"] {
      #expect(format.labels(in: text).speech == [])
    }
  }
}
