import Testing
import Transcripts

/// What a recogniser with words on prints: partial results, and results as Vosk lays them out.
let voskStream = """
  {
    "partial" : "nobody"
  }
  {
    "result" : [{
        "conf" : 1.000000,
        "end" : 0.900000,
        "start" : 0.420000,
        "word" : "nobody"
      }, {
        "conf" : 0.874531,
        "end" : 1.230000,
        "start" : 0.900000,
        "word" : "knew"
      }],
    "text" : "nobody knew"
  }
  {"result" : [{"conf" : 1.0, "end" : 2.5, "start" : 2.1, "word" : "why"}], "text" : "why"}
  {
    "text" : ""
  }
  """

/// What `vosk-transcriber -t json` writes.
let voskMonologues = #"""
  {"schemaVersion": "2.0", "monologues": [{"speaker": {"id": "unknown", "name": null}, "start": 0.42, "end": 1.23, \#
  "terms": [{"confidence": 1.0, "start": 0.42, "end": 0.9, "text": "nobody", "type": "WORD"}, \#
  {"confidence": 0.87, "start": 0.9, "end": 1.23, "text": "knew", "type": "WORD"}]}], "text": ["n", "o"]}
  """#

@Suite struct VoskTests {
  @Test func `results one after the other are one transcript, and partial results are passed over`() throws {
    let transcript = try read(voskStream)
    #expect(transcript.shown == ["nobody 0.42 0.9", "knew 0.9 1.23", "why 2.1 2.5"])
    #expect(transcript.provenance.format == .vosk)
  }

  @Test func `a list of results is read as one after the other`() throws {
    let list =
      #"[{"result": [{"word": "we", "start": 1, "end": 2}], "text": "we"}, {"text": "measured"}, {"text": ""}]"#
    #expect(try read(list).shown == ["we 1.0 2.0", "measured - -"])
  }

  @Test func `of alternatives the first is taken`() throws {
    let text = """
      {"alternatives": [{"confidence": 210.5, "result": [{"end": 0.3, "start": 0.1, "word": "rate"}], "text": "rate"},
      {"confidence": 208.1, "text": "great"}]}
      {"alternatives": [{"confidence": 3.0, "text": "fell fast"}]}
      {"alternatives": []}
      """
    #expect(try read(text).shown == ["rate 0.1 0.3", "fell - -", "fast - -"])
  }

  @Test func `an unknown word of the recogniser is no word`() throws {
    #expect(try read(#"{"text": "the [unk] fell <unk> fast"}"#).text == "the fell fast")
  }

  @Test func `nothing recognised is a transcript without words`() throws {
    #expect(try read(#"{"text": ""}"#).words.isEmpty)
    #expect(try read("[]").words.isEmpty)
  }

  @Test func `monologues give words and times`() throws {
    let transcript = try read(voskMonologues)
    #expect(transcript.shown == ["nobody 0.42 0.9", "knew 0.9 1.23"])
    #expect(transcript.provenance.format == .voskTranscriber)
  }

  @Test func `punctuation among the terms joins the word before`() throws {
    let text = """
      {"monologues": [{"terms": [{"text": "nobody", "start": 0, "end": 1, "type": "WORD"},
      {"text": ".", "type": "PUNCTUATION"}, {"text": "Why", "start": 2, "end": 3, "type": "WORD"}]}]}
      """
    #expect(try read(text).shown == ["nobody. 0.0 1.0", "Why 2.0 3.0"])
  }

  @Test(arguments: [
    (#"{"result": [{"start": 1}]}"#, "result[0].word"), (#"{"text": 3}"#, "text"),
    (#"{"text": "a"} {"result": [{"word": "a", "start": true}]}"#, "result 2.result[0].start"),
    (#"{"text": "a"} {"segments": []}"#, "result 2"), (#"{"monologues": [{"terms": 1}]}"#, "monologues[0].terms"),
    (#"{"alternatives": [{"text": null}]}"#, "alternatives[0].text"),
  ])
  func `a fault is named with its path`(text: String, place: String) {
    let error = #expect(throws: TranscriptError.self) { try read(text) }
    #expect(error?.place == place)
  }

  @Test(arguments: ["{}", #"{"text": "we", "segments": []}"#, #"{"scenario": 1}"#])
  func `JSON of another shape is refused with what can be given`(text: String) {
    let error = #expect(throws: TranscriptError.self) { try read(text, as: "a.json") }
    #expect(error?.description.hasPrefix("a.json: this is JSON of an unknown shape; give one of: whisper.cpp") == true)
  }
}
