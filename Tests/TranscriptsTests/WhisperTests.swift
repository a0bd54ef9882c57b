import Testing
import Transcripts

/// What `whisper-cli -ojf` writes, with tabs as there; tokens as a model of English gives them.
let whisperFull = """
  {
  	"systeminfo": "AVX = 1 | NEON = 0 | ",
  	"model": {
  		"type": "base",
  		"multilingual": false,
  		"vocab": 51864
  	},
  	"params": {
  		"model": "/home/anna/models/ggml-base.en.bin",
  		"language": "en",
  		"translate": false
  	},
  	"result": {
  		"language": "en"
  	},
  	"transcription": [
  		{
  			"timestamps": {
  				"from": "00:00:00,500",
  				"to": "00:00:02,000"
  			},
  			"offsets": {
  				"from": 500,
  				"to": 2000
  			},
  			"text": " I noticed it.",
  			"tokens": [
  				{"text": "[_BEG_]", "offsets": {"from": 0, "to": 0}, "id": 50363, "p": 0.9, "t_dtw": -1},
  				{"text": " I", "offsets": {"from": 500, "to": 600}, "id": 314, "p": 0.98, "t_dtw": 55},
  				{"text": " not", "offsets": {"from": 600, "to": 900}, "id": 407, "p": 0.91, "t_dtw": -1},
  				{"text": "iced", "offsets": {"from": 900, "to": 1200}, "id": 3711, "p": nan, "t_dtw": -1},
  				{"text": " it", "offsets": {"from": 1200, "to": 1400}, "id": 340, "p": 0.99, "t_dtw": -1},
  				{"text": ".", "offsets": {"from": 1400, "to": 2000}, "id": 13, "p": 0.8, "t_dtw": -1},
  				{"text": "[_TT_100]", "id": 50463, "p": 0.2, "t_dtw": -1}
  			]
  		},
  		{
  			"timestamps": {
  				"from": "00:00:02,000",
  				"to": "00:00:04,000"
  			},
  			"offsets": {
  				"from": 2000,
  				"to": 4000
  			},
  			"text": " [BLANK_AUDIO]",
  			"tokens": [
  				{"text": " [", "offsets": {"from": 2000, "to": 2100}, "id": 685, "p": 0.5, "t_dtw": -1},
  				{"text": "BL", "offsets": {"from": 2100, "to": 2500}, "id": 9148, "p": 0.5, "t_dtw": -1},
  				{"text": "ANK_AUDIO", "offsets": {"from": 2500, "to": 3900}, "id": 1, "p": 0.5, "t_dtw": -1},
  				{"text": "]", "offsets": {"from": 3900, "to": 4000}, "id": 60, "p": 0.5, "t_dtw": -1},
  			]
  		}
  	]
  }
  """

/// What `whisper-cli -oj` writes.
let whisperSegments = segments([
  (0, 2400, " We cut the error"), (2400, 4000, " rate to 0.3%."), (4000, 6000, " (upbeat music)"), (6000, 6500, " ♪"),
])

/// JSON of whisper.cpp with these segments, times in milliseconds.
func segments(_ segments: [(from: Int, to: Int, text: String)]) -> String {
  let entries = segments.map {
    #"{"timestamps": {}, "offsets": {"from": \#($0.from), "to": \#($0.to)}, "text": "\#($0.text)"}"#
  }
  return #"{"model": {"type": "tiny"}, "transcription": [\#(entries.joined(separator: ",\n"))]}"#
}

@Suite struct WhisperTests {
  @Test func `tokens are joined to words, a comma or full stop lends no time, special tokens are no words`() throws {
    let transcript = try read(whisperFull)
    #expect(transcript.shown == ["I 0.5 0.6", "noticed 0.6 1.2", "it. 1.2 1.4"])
    #expect(
      transcript.provenance == .init(format: .whisper, file: "1-situation", model: "ggml-base.en.bin"))
    #expect(!transcript.isAccepted)
  }

  @Test func `where only segments are timed, their first word has the start and their last the end`() throws {
    let transcript = try read(whisperSegments)
    #expect(
      transcript.shown == [
        "We 0.0 -", "cut - -", "the - -", "error - 2.4", "rate 2.4 -", "to - -", "0.3%. - 4.0",
      ])
    #expect(transcript.provenance.model == "tiny")
  }

  @Test func `a segment that is cut inside a word goes on with it`() throws {
    let cut = segments([
      (0, 400, " not"), (400, 800, "iced"), (800, 900, ","), (900, 1000, " us"), (2000, 2500, " Yes"),
    ])
    #expect(try read(cut).shown == ["noticed, 0.0 0.8", "us 0.9 1.0", "Yes 2.0 2.5"])
  }

  @Test func `a model that writes no space before segments has words at their beginnings all the same`() throws {
    #expect(try read(segments([(0, 400, "we cut"), (400, 800, "it down")])).text == "we cut it down")
  }

  @Test func `a character divided between tokens is made whole`() throws {
    var bytes: [UInt8] = []
    let (before, after) = (#"{"transcription": [{"text": "", "tokens": [{"text": " caf"#, #""}]}]}"#)
    bytes += Array(before.utf8) + [0xC3] + Array(#""}, {"text": ""#.utf8) + [0xA9] + Array(after.utf8)
    #expect(try Transcript(reading: bytes, file: "a.json").text == "café")
  }

  @Test func `a character divided between segments is made whole`() throws {
    let parts = segments([(0, 400, " caf#"), (400, 800, "#.")]).utf8.split(separator: UInt8(ascii: "#"))
    let bytes = Array(parts[0]) + [0xC3] + Array(parts[1]) + [0xA9] + Array(parts[2])
    #expect(try Transcript(reading: bytes, file: "a.json").shown == ["café. 0.0 0.8"])
  }

  @Test func `half a character becomes a replacement character, and alone it is no word`() throws {
    let parts = segments([(0, 400, " caf#"), (900, 1000, " #")]).utf8.split(separator: UInt8(ascii: "#"))
    let bytes = Array(parts[0]) + [0xC3] + Array(parts[1]) + [0xE3] + Array(parts[2])
    #expect(try Transcript(reading: bytes, file: "a.json").text == "caf\u{FFFD}")
  }

  @Test func `special tokens in the text of segments are left out`() throws {
    let text = segments([(0, 900, "[_BEG_] We cut it[_TT_45]"), (900, 1800, "<|0.90|> [a lot]<|endoftext|> down")])
    #expect(try read(text).text == "We cut it down")
  }

  @Test(arguments: [
    (#"{"transcription": 3}"#, "a.json, transcription: this should be a list"),
    (#"{"transcription": [{"offsets": {}}]}"#, "a.json, transcription[0].text: this should be a text"),
    (
      #"{"transcription": [{"text": "secret", "offsets": {"from": "secret"}}]}"#,
      "a.json, transcription[0].offsets.from: this should be a number"
    ),
    (
      #"{"transcription": [{"text": "secret", "tokens": [{"text": " secret"}, {"text": null}]}]}"#,
      "a.json, transcription[0].tokens[1].text: this should be a text"
    ),
  ])
  func `an unexpected value is named with its path, and no word is quoted`(text: String, message: String) {
    let error = #expect(throws: TranscriptError.self) { try read(text, as: "folder/a.json") }
    #expect(error?.description == message + "; have the recogniser write the file again.")
  }
}
