"""Read back what StarPace writes for other tools, with those tools or with parsers that were not written here.

  Tests/Readers/read_back.py STARPACE

Prints a line a claim, and ends with 1 where one does not hold. Each reader is first shown something wrong, which it has
to refuse: times two milliseconds off, a cell too many, a tag, a field that no schema knows.
"""
import pathlib
import sys
import tempfile

import parselmouth

from sessions import all_sessions
from text_forms import check_csv, check_json, check_lines, check_markdown
from timed_forms import (check_audacity, check_beside_sound, check_praat, check_rttm, check_rttm_of_files,
                         check_webvtt)

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
