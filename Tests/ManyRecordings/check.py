#!/usr/bin/env python3
"""Show that many recordings give the same lines however the work is cut, and that memory does not grow with the list.

  Tests/ManyRecordings/check.py STARPACE [spark]

Prints a line a claim, and ends with 1 where one does not hold. With `spark` the example for Spark alone is run.
"""
import json
import os
import pathlib
import random
import struct
import subprocess
import sys
import tempfile
import wave

HERE = pathlib.Path(__file__).resolve().parent
RATE = 16_000
counts = {"passed": 0, "failed": 0}


def claim(text, holds, found=""):
    """Prints whether something holds."""
    counts["passed" if holds else "failed"] += 1
    print(f"{'held' if holds else 'failed'}: {text}" + (f" ({found})" if found else ""), flush=True)


def write_recording(path, numbers):
    """A recording of two bursts of noise between silences, each another."""
    def noise(seconds, level):
        return [int(numbers.gauss(0, level)) for _ in range(int(seconds * RATE))]

    samples = noise(0.2, 4) + noise(0.1 + numbers.random() * 0.3, 2500) + noise(0.3, 4) + noise(0.2, 2500) + noise(0.2, 4)
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *(max(-32768, min(32767, sample)) for sample in samples)))


def output(command, names=b"", status=0, **environment):
    """What a command prints for `names` on its standard input; it has to end with `status`, or with one of several."""
    result = subprocess.run(list(map(str, command)), input=names, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            env={**os.environ, **environment})
    allowed = status if isinstance(status, tuple) else (status,)
    if result.returncode not in allowed:
        sys.exit(f"{' '.join(map(str, command))} ended with {result.returncode}:\n{result.stderr.decode()}")
    return result.stdout


def peak_mib(command, names, folder):
    """The most memory that a command holds while it reads `names`."""
    (folder / "list").write_bytes(names)
    with open(folder / "list", "rb") as given, open(os.devnull, "wb") as thrown_away:
        child = subprocess.Popen(list(map(str, command)), stdin=given, stdout=thrown_away)
        _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, f"{command} ended with {status}"
    return usage.ru_maxrss / 1024


def check_parallel(program, folder):
    """GNU parallel and xargs over a folder."""
    recordings = folder / "recordings"
    numbers = random.Random(1)
    names = [f"day {index % 3}/{index:02} \"Größe\"\n'{index}'.wav" for index in range(39)]
    for name in names:
        write_recording(recordings / name, numbers)
    (recordings / "day 1" / "10 broken.wav").write_bytes(b"no sound")
    paths = sorted(str(path).encode() for path in recordings.rglob("*.wav"))
    listed = b"".join(path + b"\0" for path in paths)
    analyze = (program, "analyze", "--null")
    one = output(analyze, listed, status=65)
    lines = one.splitlines()
    claim("each name has its line, in order, a broken file too",
          [json.loads(line)["file"].encode() for line in lines] == paths, f"{len(lines)} lines")
    claim("another order gives other output, which the comparisons below would see",
          output(analyze, b"".join(path + b"\0" for path in reversed(paths)), status=65) != one)
    for jobs in (1, 2, 3, 8):
        claim(f"--jobs {jobs} gives the same bytes", output((*analyze, "--jobs", jobs), listed, status=65) == one)
    for jobs in (1, 2, 4):
        for block in (1, 7, 100):
            # Its exit code is how many processes failed: one, which had the broken file.
            found = output((HERE / "over-a-folder.sh", recordings), status=1, STARPACE=program, JOBS=str(jobs), BLOCK=str(block))
            claim(f"GNU parallel -j {jobs}, {block} recordings a process: the same bytes as one run", found == one)


def check_lists(program, folder):
    """Lists cut by hand, and the Slurm array."""
    numbers = random.Random(2)
    sessions = folder / "sessions"
    for session in range(11):
        for take in ("1-situation", "2-task", "3-action", "4-result", "5-reflection")[:2 + session % 4]:
            write_recording(sessions / f"2026-11-{session + 10} a" / f"{take}.wav", numbers)
    (sessions / "2026-11-30 empty").mkdir()
    names = "".join(f"{path}\n" for path in sorted(sessions.iterdir())).encode()
    listed = folder / "sessions.txt"
    listed.write_bytes(names)
    replay = (program, "replay", "-", "--json", "--quiet")
    one = output(replay, names, status=65)
    claim("each session has its line", [json.loads(line)["input"] for line in one.splitlines()] == names.decode().splitlines(),
          f"{one.count(b'steps')} reports")
    for jobs, block in ((2, 1), (2, 5), (4, 2)):
        found = output(("parallel", "--pipe", f"-N{block}", f"-j{jobs}", "--keep-order", *replay), names, status=1)
        claim(f"replay by GNU parallel -j {jobs}, {block} sessions a process: the same bytes as one run", found == one)
    for processes, parts in ((2, 4), (3, 12)):
        cut = folder / f"cut {parts}"
        cut.mkdir()
        output(("split", "-n", f"l/{parts}", listed, cut / "part."))
        each = 'starpace replay - --json --quiet --jobs 1 < "$1" > "$1.jsonl" || [ $? -eq 65 ]'
        output(("xargs", "-0", f"-P{processes}", "-n1", "sh", "-c", each.replace("starpace", f"'{program}'"), "sh"),
               b"\0".join(str(part).encode() for part in sorted(cut.glob("part.??"))))
        found = b"".join(part.read_bytes() for part in sorted(cut.glob("*.jsonl")))
        claim(f"xargs -P {processes} over {parts} parts of the list: the same bytes as one run", found == one)
    for tasks in (1, 3, 7, 16):
        written = folder / f"slurm {tasks}"
        for task in reversed(range(tasks)):
            output((HERE / "slurm-array.sh", listed, written), STARPACE=program, SLURM_ARRAY_TASK_ID=str(task),
                   SLURM_ARRAY_TASK_COUNT=str(tasks), SLURM_CPUS_PER_TASK="2")
        found = b"".join(part.read_bytes() for part in sorted(written.glob("*.jsonl")))
        claim(f"the Slurm script as an array of {tasks}: the same bytes as one run", found == one)


def check_memory(program, folder):
    """Peak memory over short and long lists."""
    numbers = random.Random(3)
    paths = [folder / "small" / f"{index}.wav" for index in range(2000)]
    for path in paths[:20]:
        write_recording(path, numbers)
    for index, path in enumerate(paths[20:]):
        path.write_bytes(paths[index % 20].read_bytes())
    listed = [f"{path}\n".encode() for path in paths]
    sessions = [f"{path}\n".encode() for path in sorted((folder / "sessions").iterdir()) if "empty" not in path.name]
    for name, command, few, many in (
            ("analyze", (program, "analyze"), listed[:20], listed),
            ("replay", (program, "replay", "-", "--json", "--quiet"), sessions * 2, sessions * 100)):
        less, more = (peak_mib(command, b"".join(names), folder) for names in (few, many))
        claim(f"{name}: the memory of {len(many)} is that of {len(few)}, give or take 4 MiB", abs(more - less) <= 4,
              f"{more:.1f} and {less:.1f} MiB")


def check_spark(program, folder):
    """The example for Spark on two local workers."""
    numbers = random.Random(4)
    paths = [folder / "recordings" / f"{index:02} ü.wav" for index in range(20)]
    for path in paths[:19]:
        write_recording(path, numbers)
    names = "".join(f"{path}\n" for path in paths)
    listed = folder / "list.txt"
    listed.write_text(names, encoding="utf-8")
    one = output((program, "analyze"), names.encode(), status=66)
    for parts in (1, 2, 5):
        written = folder / f"spark {parts}"
        output((sys.executable, HERE / "spark_pipe.py", f"file://{listed}", f"file://{written}", parts), STARPACE=program,
               PYSPARK_SUBMIT_ARGS="--master local[2] pyspark-shell", PYSPARK_PYTHON=sys.executable)
        found = b"".join(part.read_bytes() for part in sorted(written.glob("part-*")))
        claim(f"Spark's pipe, {parts} parts on two workers: the same bytes as one run", found == one)


def main(program, *options):
    program = os.path.abspath(program)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for check in (check_spark,) if "spark" in options else (check_parallel, check_lists, check_memory):
            check(program, folder)
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
