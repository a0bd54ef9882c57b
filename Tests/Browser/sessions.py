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
            "HOME": str(folder / "home"), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "XDG_DATA_DIRS": str(folder / "none")}
        # A toolchain that is not in its usual place.
        if "LD_LIBRARY_PATH" in os.environ:
            self.environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]

    def run(self, *arguments):
        """Runs the program in the folder, expects that it succeeds, and returns what it prints."""
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

    def cohort(self):
        """The pages of a cohort: nine sessions of Anna, the last three off target, and some of hostile names and notes.

        Returns the folder of the pages, the page of Anna's last session, and a page of two sessions side by side.
        """
        cohort, good, bad = self.folder / "cohort", self.folder / "owned-failure-close-to-target", \
            self.folder / "owned-failure-typical-faults"
        for owner, count in (("anna", 9), ("ben", 2)):
            for day in range(1, count + 1):
                session = cohort / owner / f"2026-11-{day:02}T19-04-11Z_owned-failure"
                shutil.copytree(good if owner == "anna" and day <= 6 else bad, session, ignore=shutil.ignore_patterns("*.html"))
                path = session / "session.json"
                content = json.loads(path.read_text())
                content["started"] = f"2026-11-{day:02}T19:04:11Z"
                if owner == "ben":
                    content["candidate"] = "../../" + HOSTILE
                path.write_text(json.dumps(content))
        first, last = (cohort / "anna" / f"2026-11-0{day}T19-04-11Z_owned-failure" for day in (1, 9))
        for note in (["--step", "action", "Say what you decided."], [HOSTILE.replace("\u001b", "")],
                     ["--step", "situation", "--verdict", "on-target"]):
            self.run("note", last, "--by", "Cem", *note)
        folder = self.folder / "cohort-pages"
        self.run("coach", cohort, "--format", "html", "--output", folder, "--quiet")
        self.run("coach", "--compare", first, last, "--output", self.folder / "pair.html")
        return folder, next(folder.glob("session-2026-11-09*.html")), self.folder / "pair.html"

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
