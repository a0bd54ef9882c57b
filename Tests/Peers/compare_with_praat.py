"""Compare StarPace's syllables and pitch with Praat's, on the sample sessions and on held-out voices.

  Tests/Peers/compare_with_praat.py STARPACE VOICES

STARPACE is the program, VOICES the folder that held_out_voices.py wrote. Both hear the same files: takes as they are,
for syllables and pitch, and with seeded pink noise 20 dB below the speech, for syllables.
"""
import collections
import concurrent.futures
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

import numpy
import parselmouth
from parselmouth.praat import call

from held_out_voices import pink_noise
from syllable_nuclei import syllable_nuclei

AUDIO = pathlib.Path(__file__).resolve().parents[2] / "Audio"
SIGNAL_TO_NOISE = 20.0  # dB
# De Jong, Pacilly and Heeren, Assessment in Education 28 (2021), p. 456, filter to the speech band.
SPEECH_BAND = (300, 3300, 100)  # Hz: from, to, smoothing
# Time step, floor, candidates, accuracy, silence, voicing, octave, octave jump, voiced/unvoiced, ceiling: Praat's own
# but for the step of 10 ms and the ceiling of 500 Hz, which are StarPace's.
PITCH = (0.01, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 500)

Take = collections.namedtuple("Take", "path syllables speech")  # speech: its segments in seconds


def takes_below(folder):
    """The takes with speech whose truth lies beside them."""
    for truth in sorted(folder.rglob("*.truth.txt")):
        rows = [line.split("\t") for line in truth.read_text().splitlines()]
        if rows:
            stem = truth.name.removesuffix(".truth.txt")
            path = next(path for path in truth.parent.glob(f"{stem}.*") if path.suffix in (".wav", ".flac"))
            yield Take(path, sum(int(row[2].rsplit("=")[1]) for row in rows),
                       [(float(row[0]), float(row[1])) for row in rows])


def write_in_noise(take, path):
    """Writes the take with noise so much below the power of its speech."""
    sound = parselmouth.Sound(str(take.path))
    samples, rate = sound.values[0], sound.sampling_frequency
    speech = numpy.concatenate([samples[round(start * rate):round(end * rate)] for start, end in take.speech])
    noise = pink_noise(len(samples), take.path.stem)
    power = (speech ** 2).mean() / 10 ** (SIGNAL_TO_NOISE / 10)
    noisy = samples + noise * numpy.sqrt(power / (noise ** 2).mean())
    parselmouth.Sound(noisy, rate).save(str(path), "WAV")


def syllables_by_praat(path):
    """Syllable nuclei of the sound as it is, and of its speech band."""
    sound = parselmouth.Sound(str(path))
    return [len(syllable_nuclei(sound)), len(syllable_nuclei(call(sound, "Filter (pass Hann band)", *SPEECH_BAND)))]


def pitch_by_praat(path):
    """The median of the voiced frames, in Hz."""
    frequencies = call(parselmouth.Sound(str(path)), "To Pitch (ac)", *PITCH).selected_array["frequency"]
    return float(numpy.median(frequencies[frequencies > 0]))


def by_starpace(program, paths):
    """What `starpace analyze` prints of each file."""
    printed = subprocess.run([program, "analyze", *map(str, paths)], stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in printed.splitlines()]


def show(name, *figures):
    print(f"{name:36}" + "".join(f"{figure:>14}" for figure in figures), flush=True)


def show_syllables(name, takes, paths, ours, workers):
    counts = [[found["syllables"], *theirs] for found, theirs in zip(ours, workers.map(syllables_by_praat, paths))]
    errors = [[abs(count / take.syllables - 1) for count in row] for take, row in zip(takes, counts)]
    show(f"{name}, {len(takes)} takes", *(f"{statistics.mean(column):.1%}" for column in zip(*errors)))


def compare(program, voices, workers):
    sets = {"samples": list(takes_below(AUDIO)), "held-out voices": list(takes_below(voices))}
    pitches = {}
    print(f"Syllables of a take, mean absolute error; Praat {parselmouth.PRAAT_VERSION}, steps of de Jong and Wempe")
    show("", "StarPace", "Praat", "300-3300 Hz")
    for name, takes in sets.items():
        if not takes:
            continue
        paths = [take.path for take in takes]
        ours = by_starpace(program, paths)
        show_syllables(name, takes, paths, ours, workers)
        for path, found, pitch in zip(paths, ours, workers.map(pitch_by_praat, paths)):
            pitches.setdefault(path.parent.name, []).append((found["pitch_median_hz"], pitch))
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder) / f"{index}.wav" for index in range(len(takes))]
            list(workers.map(write_in_noise, takes, paths))
            show_syllables(f"{name}, pink {SIGNAL_TO_NOISE:.0f} dB", takes, paths, by_starpace(program, paths), workers)

    print("\nPitch, mean of the medians of a voice's takes; mean absolute difference of a take")
    show("", "StarPace", "Praat", "difference")
    for voice, pairs in pitches.items():
        ours, theirs = (statistics.mean(column) for column in zip(*pairs))
        difference = statistics.mean(abs(our / their - 1) for our, their in pairs)
        show(voice, f"{ours:.1f} Hz", f"{theirs:.1f} Hz", f"{difference:.1%}")


if __name__ == "__main__":
    with concurrent.futures.ProcessPoolExecutor() as processes:
        compare(sys.argv[1], pathlib.Path(sys.argv[2]), processes)
