"""The sessions whose forms are read back, each with what its forms have to say."""
import collections
import json
import pathlib
import re
import subprocess

import parselmouth
from parselmouth.praat import call

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ("owned-failure-close-to-target", "owned-failure-typical-faults")
STEPS = ("situation", "task", "action", "result", "reflection")
# What a hostile file might say: tags, quotes, a formula, an escape sequence, a right-to-left mark, signs of Markdown.
EVIL = "=1+1 <script>alert(1)</script> \"'`|*_[l](javascript:1)\x1b[31m\u202e\u009b2J & --> ;; Größe 日本"
# The same without control characters, which no scenario file may hold.
TITLE = re.sub("[\x00-\x1f\x7f-\x9f]", "", EVIL)
# The same without anything that cannot be seen.
SEEN = re.sub("[\x00-\x1f\x7f-\x9f\u202e]", "", EVIL)

Part = collections.namedtuple("Part", "name verdict target file offset timing start words")


class Session:
    """A session, how the program is asked for a form of it, and what lies in it, on its line of time."""

    def __init__(self, name, ask, parts, is_hostile=False):
        self.name, self._ask, self.parts, self.is_hostile = name, ask, parts, is_hostile
        self.end = max(part.start + part.timing["duration_s"] for part in parts)

    def written(self, form):
        """What the program writes as `form`, in bytes."""
        return run(*self._ask, "--format", form)

    def spans(self, find, label):
        """The spans that `find` finds in each part's timing, on the line of time, with their labels."""
        return [(round(part.start + start, 3), round(part.start + end, 3), label)
                for part in self.parts for start, end in find(part.timing)]


def run(program, *arguments, status=0, **options):
    """The standard output of a run that has to end with `status`."""
    result = subprocess.run([program, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    assert result.returncode == status, f"{arguments} ended with {result.returncode}: {result.stderr.decode()}"
    return result.stdout


def all_sessions(program, folder):
    """Both samples, a whole recording with marks, and a session with probes, a follow-up and hostile text."""
    reports = [json.loads(run(program, "replay", ROOT / "Audio" / name, "--json")) for name in SAMPLES]
    samples = [Session(name, (program, "replay", ROOT / "Audio" / name), parts_of(report))
               for name, report in zip(SAMPLES, reports)]
    return samples + [whole_recording(program, folder), hostile_session(program, folder, reports[1])]


def parts_of(report):
    """The parts of a report without probes, end to end or where they lie in one file."""
    rows = [row for row in report["steps"] if "take" in row]
    is_one_file = len({row["take"]["file"] for row in rows}) == 1
    parts, end = [], 0.0
    for row in rows:
        take = row["take"]
        start = take["offset_s"] if is_one_file else end
        end = start + take["timing"]["duration_s"]
        parts.append(Part(row["step"].title(), row["verdict"], row["target_s"], take["file"], take["offset_s"],
                          take["timing"], start, []))
    return parts


def whole_recording(program, folder):
    """The takes of a sample as one file of an odd rate, with two seconds before the first."""
    takes = sorted((ROOT / "Audio" / SAMPLES[1]).glob("*.flac"))
    # Praat concatenates in the order in which sounds were made.
    silence = call("Create Sound from formula", "silence", 1, 0, 2, 44_100, "randomGauss (0, 0.0005)")
    sounds = [call(parselmouth.Sound(str(take)), "Resample", 44_100, 5) for take in takes]
    whole = call([silence, *sounds], "Concatenate")
    path = folder / "whole täke.wav"
    whole.save(str(path), "WAV")
    ends = [2 + sum(sound.duration for sound in sounds[:count]) for count in range(len(sounds) + 1)]
    labels = "".join(f"{start:.6f}\t{end:.6f}\t{step}\n" for start, end, step in zip(ends, ends[1:], STEPS))
    (folder / "steps.txt").write_text(labels)
    ask = (program, "replay", path, "--labels", folder / "steps.txt", "--scenario", "owned-failure")
    return Session("a whole recording with labels", ask, parts_of(json.loads(run(*ask, "--json"))))


def hostile_session(program, folder, report):
    """A session folder of our own: two probes, a follow-up, a skipped step, words, and `EVIL` wherever text may be."""
    timings = [row["take"]["timing"] for row in report["steps"]]
    path = folder / "2026-11-20T19-04-11Z_owned-failure"
    (path / "scenario").mkdir(parents=True)
    scenario = (ROOT / "Scenarios" / "owned-failure.yaml").read_text()
    for key in ("title", "question"):
        scenario, count = re.subn(f"^{key}: .*$", lambda _: f"{key}: {json.dumps(TITLE)}", scenario, count=1, flags=re.M)
        assert count == 1, f"no {key} in the scenario"
    (path / "scenario" / "owned-failure.yaml").write_text(scenario)
    words = [{"text": text, "start_s": 1 + index / 2, "end_s": 1.4 + index / 2}
             for index, text in enumerate(EVIL.split())]
    transcript = {"accepted": True, "words": words,
                  "provenance": {"format": "whisper", "file": f"{EVIL}.json", "corrected": False}}
    subjects = [{"step": "situation"}, {"step": "action"}, {"step": "result"}, {"step": "reflection"},
                {"probe": "acceptance"}, {"follow_up": "acceptance"}, {"probe": "motivation"}]
    names = ["Situation", "Action", "Result", "Reflection", "Probe 1", "Probe 1, deeper", "Probe 2"]
    chosen = [timings[0], timings[2], timings[3], timings[4], timings[3], timings[4], timings[1]]
    files = [f"{number} {EVIL.replace('/', ' ')}.wav" for number in range(len(subjects))]
    files[1] = EVIL.replace("/", " ")
    takes = [{**subject, "file": file, "offset_s": 0, "timing": timing, "remarks": [EVIL]}
             for subject, file, timing in zip(subjects, files, chosen)]
    takes[1]["transcript"] = transcript
    probes = [{"id": "acceptance", "reasons": [EVIL, f"- {EVIL}"], "follow_up": {"question": EVIL, "reason": EVIL}},
              {"id": "motivation", "reasons": [f"1. {EVIL}"]}]
    session = {"schema": 1, "scenario": "owned-failure", "level": "sde2", "started": "2026-11-20T19:04:11Z", "seed": 1,
               "mode": "interview", "takes": takes, "probes": probes, "self_checks": []}
    (path / "session.json").write_text(json.dumps(session))
    told = {row["step"]: row for row in report["steps"]}
    parts, end = [], 0.0
    for name, subject, file, timing in zip(names, subjects, files, chosen):
        row = told.get(subject.get("step"))
        target = row["target_s"] if row else 45
        parts.append(Part(name, row and row["verdict"], target, file, 0, timing, end, []))
        end += timing["duration_s"]
    parts[1] = parts[1]._replace(words=[(word["start_s"], word["end_s"], word["text"]) for word in words])
    return Session("a session with probes and hostile text", (program, "report", path), parts, is_hostile=True)
