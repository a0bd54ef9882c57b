"""Read back the forms with a line of time: TextGrid, RTTM, Audacity's labels, WebVTT."""
import html
import importlib.util
import json
import pathlib
import re
import sys

import crowsetta
import parselmouth
import webvtt
from parselmouth.praat import call
from pyannote.database.util import load_rttm

from sessions import ROOT, run

# dscore's own reader, which dover-lap carries; the package around it wants more than is installed.
sys.path.append(str(pathlib.Path(importlib.util.find_spec("dover_lap").origin).parent))
from libs.rttm import load_rttm as load_rttm_of_dscore, validate_rttm  # noqa: E402

CLOSE = 0.001 + 1e-9  # s


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
