"""Read back what StarPace writes for other tools, with those tools or with parsers that were not written here.

  Tests/Readers/read_back.py STARPACE

Prints a line a claim, and ends with 1 where one does not hold. Each reader is first shown something wrong, which it has
to refuse: times two milliseconds off, a cell too many, a field that no schema knows.
"""
import csv
import html
import importlib.util
import io
import json
import pathlib
import re
import sys
import tempfile

import crowsetta
import jsonschema
import pandas
import parselmouth
import webvtt
from markdown_it import MarkdownIt
from parselmouth.praat import call
from pyannote.database.util import load_rttm

from sessions import EVIL, ROOT, SEEN, STEPS, TITLE, all_sessions, run

# dscore's own reader, which dover-lap carries; the package around it wants more than is installed.
sys.path.append(str(pathlib.Path(importlib.util.find_spec("dover_lap").origin).parent))
from libs.rttm import load_rttm as load_rttm_of_dscore, validate_rttm  # noqa: E402

CLOSE = 0.001 + 1e-9  # s
counts = {"passed": 0, "failed": 0}


def claim(text, check, *arguments):
    """Prints whether `check` holds."""
    try:
        found = check(*arguments)
    except Exception as error:  # Whatever a reader throws is a failure of what it read.
        counts["failed"] += 1
        print(f"failed: {text}: {type(error).__name__}: {error}", flush=True)
    else:
        counts["passed"] += 1
        print(f"held: {text}" + (f" ({found})" if found else ""), flush=True)


def same_spans(found, expected, what):
    """That `found` (start, end, label) are `expected`, to a millisecond."""
    assert len(found) == len(expected), f"{len(found)} {what} instead of {len(expected)}"
    for one, other in zip(found, expected):
        assert abs(one[0] - other[0]) <= CLOSE and abs(one[1] - other[1]) <= CLOSE and one[2] == other[2], (
            f"{what}: {one} instead of {other}")


def refused(check, *arguments):
    """That `check` does not hold."""
    try:
        check(*arguments)
    except Exception:
        return
    raise AssertionError("what is wrong was taken for right")


def speech(timing):
    return timing["speech"]


def pauses(timing):
    return timing["pauses"]


def filled(timing):
    return timing.get("voice", {}).get("filled_pauses_guess", [])


# MARK: Praat


def in_praat(text, folder):
    """The tiers of a TextGrid that Praat opened: name to spans, each from the start to the end without a gap."""
    path = folder / "opened.TextGrid"
    path.write_bytes(text)
    grid = parselmouth.read(str(path))
    assert call(grid, "Get start time") == 0
    end = call(grid, "Get end time")
    tiers = {}
    for tier in range(1, call(grid, "Get number of tiers") + 1):
        name = call(grid, "Get tier name", tier)
        if not call(grid, "Is interval tier", tier):
            times = [call(grid, "Get time of point", tier, point)
                     for point in range(1, call(grid, "Get number of points", tier) + 1)]
            assert times == sorted(set(times)), f"{name} does not rise"
            tiers[name] = [(time, time, "") for time in times]
            continue
        place, spans = 0.0, []
        for interval in range(1, call(grid, "Get number of intervals", tier) + 1):
            start, stop = (call(grid, f"Get {edge} time of interval", tier, interval) for edge in ("start", "end"))
            assert start == place and stop > start, f"{name} has a gap or an empty interval at {start}"
            place = stop
            label = call(grid, "Get label of interval", tier, interval)
            if label:
                spans.append((start, stop, label))
        assert place == end, f"{name} ends at {place}, not at {end}"
        tiers[name] = spans
    return end, tiers


def tiers_of(session):
    words = [(part.start + start, part.start + end, re.sub("[\x00-\x1f\x7f-\x9f\u202e]", "", text))
             for part in session.parts for start, end, text in part.words]
    nuclei = [(part.start + time,) * 2 + ("",) for part in session.parts
              for time in part.timing.get("pace", {}).get("nuclei_s", [])]
    tiers = {
        "steps": [(part.start, part.start + part.timing["duration_s"], part.name) for part in session.parts],
        "speech": session.spans(speech, "speech"), "pauses": session.spans(pauses, "pause"), "nuclei": nuclei,
        "filled": session.spans(filled, "uh?"),
    }
    return {**tiers, "words": words} if words else tiers


def check_grid(text, end, expected, folder):
    found_end, found = in_praat(text, folder)
    assert abs(found_end - end) <= CLOSE, f"ends at {found_end}, not at {end}"
    assert list(found) == list(expected), f"tiers {list(found)}"
    for name, spans in expected.items():
        same_spans(found[name], spans, name)
    return ", ".join(f"{len(spans)} {name}" for name, spans in found.items())


def check_praat(session, folder):
    text, expected = session.written("textgrid"), tiers_of(session)
    shifted = {name: [(start + 0.002, end + 0.002, label) for start, end, label in spans] for name, spans in
               expected.items()}
    refused(check_grid, text, session.end, shifted, folder)
    return check_grid(text, session.end, expected, folder)


def check_beside_sound(program, folder):
    """A TextGrid of a file and the sound itself, both opened by Praat, end at the same time."""
    for sound in sorted((ROOT / "Audio").glob("*/*.flac")):
        end, tiers = in_praat(run(program, "analyze", "--format", "textgrid", sound), folder)
        assert abs(end - parselmouth.Sound(str(sound)).duration) <= CLOSE, sound
        assert list(tiers) == ["speech", "pauses", "nuclei", "filled"], sound
        line = json.loads(run(program, "analyze", sound))
        same_spans(tiers["speech"], [(*span, "speech") for span in line["speech"]], "speech")
        same_spans(tiers["pauses"], [(*span, "pause") for span in line["pauses"]], "pauses")
        assert len(tiers["nuclei"]) == (line["syllables"] or 0)


# MARK: RTTM


def turns_of(session):
    turns = {}
    for part in session.parts:
        name = re.sub(r'[\s"/]', "_", pathlib.PurePath(part.file).stem)
        name = re.sub("[\x00-\x1f\x7f-\x9f\u202e]", "", name)
        turns.setdefault(name, []).extend(
            (part.offset + start, part.offset + end, "candidate") for start, end in speech(part.timing))
    return {name: sorted(spans) for name, spans in turns.items() if spans}


def same_turns(found, expected):
    assert sorted(found) == sorted(expected), f"files {sorted(found)} instead of {sorted(expected)}"
    for name, spans in expected.items():
        same_spans(sorted(found[name]), spans, f"turns of {name}")


def pyannote_turns(path):
    return {uri: [(segment.start, segment.end, label) for segment, _, label in annotation.itertracks(yield_label=True)]
            for uri, annotation in load_rttm(str(path)).items()}


def dscore_turns(path):
    turns, _, _ = load_rttm_of_dscore(str(path))
    files, speakers, problems, *_ = validate_rttm(str(path))
    assert not problems, problems
    found = {}
    for turn in turns:
        found.setdefault(turn.file_id, []).append((turn.onset, turn.offset, turn.speaker_id))
    return found


def check_rttm(session, folder):
    path = folder / "written.rttm"
    path.write_bytes(session.written("rttm"))
    expected = turns_of(session)
    for reader in (pyannote_turns, dscore_turns):
        shifted = {name: [(start + 0.002, end + 0.002, label) for start, end, label in spans]
                   for name, spans in expected.items()}
        refused(same_turns, reader(path), shifted)
        same_turns(reader(path), expected)
    return f"{sum(map(len, expected.values()))} turns in {len(expected)} files"


def check_rttm_of_files(program, folder):
    path = folder / "files.rttm"
    sounds = sorted((ROOT / "Audio" / "owned-failure-close-to-target").glob("*.flac"))
    path.write_bytes(run(program, "analyze", "--format", "rttm", *sounds))
    lines = map(json.loads, run(program, "analyze", *sounds).splitlines())
    expected = {pathlib.Path(line["file"]).stem: [(*span, "candidate") for span in line["speech"]] for line in lines}
    for reader in (pyannote_turns, dscore_turns):
        same_turns(reader(path), expected)


# MARK: Audacity


def check_audacity(session, folder):
    path = folder / "labels.txt"
    path.write_bytes(session.written("audacity"))
    text = path.read_text(encoding="utf-8")
    # The manual: start, end, label; no line begins with a backslash, which would be frequencies.
    assert re.fullmatch(r"(\d+\.\d+\t\d+\.\d+\t[^\t\n\\][^\t\n]*\n)*", text), "not the grammar of a label track"
    track = crowsetta.formats.seq.AudSeq.from_file(path)
    found = [(float(start), float(end), str(label)) for start, end, label in
             zip(track.start_times, track.end_times, track.labels)]
    assert [span[0] for span in found] == sorted(span[0] for span in found), "not in the order of their starts"
    tiers = tiers_of(session)
    expected = tiers["steps"] + tiers["speech"] + tiers["filled"] + [
        (start, end, f"pause {one_decimal(end - start)} s") for start, end, _ in tiers["pauses"]]
    refused(same_spans, sorted(found), sorted((start + 0.002, end, label) for start, end, label in expected), "labels")
    same_spans(sorted(found), sorted(expected), "labels")
    return f"{len(found)} labels"


def one_decimal(seconds):
    """Rounded half up, as a person would."""
    return f"{int(round(seconds * 1000) / 100 + 0.5) / 10:.1f}"


# MARK: WebVTT


def check_webvtt(session, folder):
    path = folder / "captions.vtt"
    path.write_bytes(session.written("webvtt"))
    text = path.read_text(encoding="utf-8")
    blocks = text.split("\n\n")
    assert blocks[0] == "WEBVTT" and blocks[1].startswith("NOTE\n"), "the head"
    assert all(block.count("-->") == 1 for block in blocks[2:]), "a cue has one arrow, its times'"
    cues = webvtt.read(str(path))
    assert len(cues) == len(blocks) - 2, f"{len(cues)} cues of {len(blocks) - 2}"
    names = [cue.identifier for cue in cues]
    assert len(set(names)) == len(names) and all(names), "cues without names of their own"
    starts = [cue.start_in_seconds + cue.start_time.milliseconds / 1000 for cue in cues]
    assert starts == sorted(starts), "not in the order of their starts"
    found = [(time_of(cue.start), time_of(cue.end), html.unescape(cue.text)) for cue in cues]
    assert all(end > start for start, end, _ in found), "a cue ends before it begins"
    tiers = tiers_of(session)
    takes = [span for span in found if " of " in span[2] and "pause" not in span[2]]
    same_spans([(start, end, label.split(":")[0]) for start, end, label in takes], tiers["steps"], "takes")
    long = [(start, end, "") for start, end, _ in tiers["pauses"] if round(end - start, 3) >= 1]
    same_spans([(start, end, "") for start, end, label in found if "pause of" in label], long, "pauses")
    refused(same_spans, takes, [(start + 0.002, end, label) for start, end, label in takes], "takes")
    return f"{len(found)} cues"


def time_of(stamp):
    hours, minutes, seconds = stamp.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


# MARK: Markdown


def check_markdown(session, _):
    text = session.written("markdown").decode("utf-8")
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    inner = [child for token in tokens for child in token.children or []]
    allowed = {"text", "text_special", "softbreak", "strong_open", "strong_close"}
    assert {token.type for token in inner} <= allowed, f"{ {token.type for token in inner} - allowed }"
    blocks = {token.type for token in tokens}
    assert not blocks & {"html_block", "code_block", "fence", "hr", "lheading_open"}, blocks
    headings = ["".join(child.content for child in tokens[index + 1].children)
                for index, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings[1:-1] == [heading for heading in headings[1:-1] if heading in (
        "What the interviewer asked", "What the interviewer asks next", "What to change first", "In your words")], headings
    assert headings[-1] == "Details", headings
    assert not session.is_hostile or headings[0] == " ".join(SEEN.split()), headings[0]
    # No text of anybody's has become an item of a list of its own.
    assert max(token.level for token in tokens if token.type.endswith("list_open")) <= 2
    tables = tables_of(tokens)
    assert [row[0] for row in tables[0][1:]] == [step.title() for step in STEPS]
    verdicts = {part.name: part.verdict.replace("_", " ") for part in session.parts if part.verdict}
    for row in tables[0][1:]:
        expected = verdicts.get(row[0], "missing")
        assert row[3] == expected.replace("over limit", "over the limit"), row
    names = [part.name for part in session.parts]
    assert any([row[0] for row in table[1:]] == names for table in tables[1:]), "no table of the takes"
    return f"{len(tables)} tables"


def tables_of(tokens):
    """Each table as rows of cells, all of one length."""
    tables = []
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type in ("th_open", "td_open"):
            tables[-1][-1].append("".join(child.content for child in tokens[index + 1].children))
    for table in tables:
        assert len({len(row) for row in table}) == 1, "rows of several lengths"
    return tables


# MARK: CSV


def check_csv(session, folder):
    path = folder / "table.csv"
    path.write_bytes(session.written("csv"))
    data = path.read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b""), "lines end as RFC 4180 says"
    assert data.startswith(b"\xef\xbb\xbf") != data.isascii(), "the mark stands where it is needed, and only there"
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file, strict=True))
    assert len({len(row) for row in rows}) == 1, "rows of several lengths"
    number = re.compile(r"-?\d+(\.\d+)?")
    for row in rows:
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "-")) or number.fullmatch(cell), f"a formula: {cell!r}"
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", cell), f"controls: {cell!r}"
    table = [dict(zip(rows[0], row)) for row in rows[1:]]
    spoken = {part.name: part for part in session.parts}
    assert [row["part"] for row in table][:5] == [step.title() for step in STEPS]
    assert [row["part"] for row in table if row["file"]] == list(spoken)
    for row in table:
        part = spoken.get(row["part"])
        if part is None:
            assert row["verdict"] == "missing" and row["answer_time_s"] == "", row
            continue
        spans = speech(part.timing)
        answer = spans[-1][1] - spans[0][0] if spans else 0
        assert abs(float(row["answer_time_s"]) - answer) <= CLOSE, row
        assert int(row["pauses"]) == len(pauses(part.timing)), row
        assert abs(float(row["target_s"]) - part.target) <= CLOSE, row
        assert part.verdict in (None, row["verdict"]), row
        seen = re.sub("[\x00-\x1f\x7f-\x9f\u202e]", "", part.file)
        assert row["file"] == ("'" + seen if seen.startswith("=") else seen), row
    frame = pandas.read_csv(path)
    assert list(frame.columns) == rows[0] and len(frame) == len(table)
    return f"{len(table)} rows of {len(rows[0])} cells"


# MARK: JSON


def closed(schema):
    """The schema with no room for fields that it does not know."""
    if isinstance(schema, dict):
        inner = {key: closed(value) for key, value in schema.items()}
        return {**inner, "additionalProperties": False} if "properties" in schema and "type" in schema else inner
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


def validator(program, name):
    schema = json.loads(run(program, "schema", name))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(closed(schema))


def check_json(session, program):
    schema = validator(program, "report")
    written, line = session.written("json").decode(), session.written("jsonl").decode()
    assert line.count("\n") == 1 and len(line.splitlines()) == 1, "more than a line"
    report = json.loads(written)
    assert json.loads(line) == report, "the line tells something else"
    schema.validate(report)
    assert not re.search("[\x7f-\x9f\u202e\u2028]|\x1b", written), "controls"
    if session.is_hostile:
        assert report["scenario"]["title"] == TITLE and report["probes"][0]["reasons"][0] == EVIL, "text was lost"
    for wrong in ({**report, "steps": report["steps"][:4]}, {**report, "verdict": "good"},
                  {key: value for key, value in report.items() if key != "whole"}):
        refused(schema.validate, wrong)


def check_lines(program, folder):
    sounds = sorted(map(str, (ROOT / "Audio").glob("*/*.flac")))
    lines = run(program, "analyze", *sounds[:3], "gone.wav", *sounds[3:], status=66).decode().splitlines()
    schema, failure = validator(program, "analysis"), validator(program, "failure")
    assert [json.loads(line)["file"] for line in lines] == sounds[:3] + ["gone.wav"] + sounds[3:]
    failure.validate(json.loads(lines.pop(3)))
    for line in lines:
        schema.validate(json.loads(line))
        refused(failure.validate, json.loads(line))
    folders = "\n".join([str(ROOT / "Audio" / "owned-failure-typical-faults"), "gone"]).encode()
    lines = run(program, "replay", "-", "--json", status=66, input=folders).splitlines()
    validator(program, "report").validate(json.loads(lines[0]))
    failure.validate(json.loads(lines[1]))


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for session in all_sessions(program, folder):
            claim(f"TextGrid: Praat {parselmouth.PRAAT_VERSION} opens {session.name} with the same times to 1 ms, no gaps",
                  check_praat, session, folder)
            claim(f"RTTM: pyannote and dscore read {session.name}", check_rttm, session, folder)
            claim(f"Audacity: crowsetta reads the labels of {session.name}", check_audacity, session, folder)
            claim(f"WebVTT: webvtt-py reads {session.name}", check_webvtt, session, folder)
            claim(f"Markdown: markdown-it reads {session.name}, and no text in it is markup", check_markdown, session, folder)
            claim(f"CSV: Python's csv and pandas read {session.name}, and no cell is a formula", check_csv, session, folder)
            claim(f"JSON: jsonschema finds {session.name} to be as the schema says", check_json, session, program)
        claim("TextGrid: those of the sample files end where Praat has the sounds end", check_beside_sound, program, folder)
        claim("RTTM: pyannote and dscore read several files in one", check_rttm_of_files, program, folder)
        claim("JSON Lines: jsonschema finds the lines of analyze and replay to be as the schemas say", check_lines, program, folder)
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
