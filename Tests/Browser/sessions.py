"""The sessions whose pages are opened: both samples, a hostile one, one recording with marks, and an AIFF."""
import json
import os
import pathlib
import shutil
import subprocess

import voice

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Tries to be more than text: as markup, as the end of an attribute, as a template, by the direction of its letters, and as
# control signs of a terminal.
HOSTILE = (
    "</title></style></script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>"
    "\" onmouseover=\"window.hacked=1\" ' onfocus='window.hacked=1' autofocus \"\u0301 onclick=window.hacked=1 "
    "{{{html}}} {{> script}} <svg/onload=window.hacked=1> \u202egnp.exe\u2066 \u001b[31m <!-- ]]> &lt;b&gt; "
    "https://example.org/x.png javascript:window.hacked=1")
HOSTILE_FILE = "1 %41#t=9?x='\"<img src=x onerror=window.hacked=1>:é.flac"


class Maker:
    """Runs the program on sessions of its own, in `folder`."""

    def __init__(self, program, folder):
        self.program = str(pathlib.Path(program).resolve())
        self.folder = folder
        self.environment = {
            "HOME": str(folder / "home"), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "XDG_DATA_DIRS": str(ROOT / "none")}
        # A toolchain that is not in its usual place.
        if "LD_LIBRARY_PATH" in os.environ:
            self.environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]

    def run(self, *arguments):
        """Runs the program in the folder; what it says on standard error is an error."""
        done = subprocess.run(
            [self.program, *map(str, arguments)], cwd=self.folder, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{arguments}: {done.stderr}"
        return done.stdout

    def finished(self, sample, name=None):
        """A copy of the sample session whose takes are measured, with its scenario beside it."""
        session = self.folder / (name or sample)
        shutil.copytree(ROOT / "Audio" / sample, session)
        (session / "scenario").mkdir()
        shutil.copy(ROOT / "Scenarios" / "owned-failure.yaml", session / "scenario")
        self.run("recover", session)
        return session

    def page(self, session, *options, name="report.html"):
        """The page of `session`, in its folder."""
        self.run("report", session, "--format", "html", "--output", session / name, *options)
        return session / name

    def asked(self, session):
        """Makes the session one in which probes were asked, the first with an answer and a question after it."""
        path = session / "session.json"
        content = json.loads(path.read_text())
        content["started"] = "2026-11-20T19:04:11Z"
        content["probes"] = [
            {"id": "motivation", "reasons": ["No speech was heard in Task: nothing shows that this was not your job."],
             "follow_up": {"question": "Can you go one level deeper?", "reason": "The answer took 9 s of 45."}},
            {"id": "acceptance", "reasons": ["Result took 7 s of 20: no room for who adopted it."]}]
        answer = next(take for take in content["takes"] if take.get("step") == "result")
        content["takes"].append(
            {**{key: value for key, value in answer.items() if key != "step"}, "probe": "motivation"})
        path.write_text(json.dumps(content))

    def hostile(self):
        """A session in which every text that people can give is hostile, 100 kB of it in the transcript."""
        session = self.finished("owned-failure-typical-faults", "hostile")
        self.asked(session)
        scenario = session / "scenario" / "owned-failure.yaml"
        lines = []
        for line in scenario.read_text().splitlines():
            key = line.split(":")[0]
            if key.strip() in ("title", "principle", "question", "key_line"):
                # What JSON writes is YAML as well. Control signs are refused here.
                line = key + ": " + json.dumps(HOSTILE.replace("\u001b", ""))
            lines.append(line)
        scenario.write_text("\n".join(lines) + "\n")
        words = session / "situation.srt"
        words.write_text(
            "1\n00:00:01,000 --> 00:00:30,000\nmy manager suggested it " + HOSTILE + "\n\n2\n00:00:31,000 --> 00:01:00,000\n"
            + HOSTILE * (100_000 // len(HOSTILE)) + "\n")
        self.run("transcript", session, "--accept", words)
        (session / "1-situation.flac").rename(session / HOSTILE_FILE)
        path = session / "session.json"
        content = json.loads(path.read_text())
        content["probes"][0]["reasons"].append(HOSTILE)
        content["probes"][0]["follow_up"]["question"] = HOSTILE
        for take in content["takes"]:
            if take["file"] == "1-situation.flac":
                take["file"] = HOSTILE_FILE
            take["remarks"] = [HOSTILE + " at 0:02, and more"]
        path.write_text(json.dumps(content))
        return session

    def marked(self):
        """The page of one recording of 20 s that holds all five steps, each of 4 s: a second of silence, two of speech."""
        folder = self.folder / "marked"
        folder.mkdir()
        voice.write_wav(folder / "answer.wav", voice.take(1, 2, 1) * 5)
        self.run(
            "replay", folder / "answer.wav", "--marks", "4,8,12,16", "--scenario", "owned-failure", "--quiet", "--output",
            folder / "page.html")
        return folder / "page.html"

    def unplayable(self):
        """The page of two takes that no browser plays."""
        folder = self.folder / "unplayable"
        folder.mkdir()
        for name in ("a.aiff", "b.aiff"):
            voice.write_aiff(folder / name, voice.take(1, 2, 1))
        self.run(
            "replay", folder / "a.aiff", folder / "b.aiff", "--scenario", "owned-failure", "--quiet", "--output",
            folder / "page.html")
        return folder / "page.html"
