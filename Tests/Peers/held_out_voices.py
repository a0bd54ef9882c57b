"""Make takes by synthetic voices on which nothing in StarPace was trained, with their truth.

  Tests/Peers/held_out_voices.py FOLDER

Six voices of Debian's synthesisers, none among those of `make train`, read the phrases of Audio/answers.json: six takes
a voice, each at a tempo of its own. The syllables of a phrase are the vowels among the phones that the synthesiser says
it speaks; diphthongs are one, syllabic consonants count. Phrases are cut to within 30 dB of their loudest 5 ms, as in
Audio/make-samples, and placed with seeded pauses over a quiet room. Same packages, same bytes.
"""
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

import numpy
import parselmouth

ANSWERS = pathlib.Path(__file__).resolve().parents[2] / "Audio" / "answers.json"
VOICES = {
    "awb": ("flite", "awb"),
    "ked": ("festival", "voice_ked_diphone"),
    "lancaster": ("espeak-ng", "en-gb-x-gbclan+linda"),
    "new-york": ("espeak-ng", "en-us-nyc+m4"),
    "scotland": ("espeak-ng", "en-gb-scotland+f5"),
    "west-midlands": ("espeak-ng", "en-gb-x-gbcwmd+m8"),
}
PACKAGES = "espeak-ng flite festival festvox-kdlpc16k"
TEMPI = (0.8, 0.9, 1.0, 1.1, 1.2, 1.3)  # times the synthesiser's own, one a take
WORDS_A_MINUTE = 165  # espeak-ng's at a tempo of 1: near the pace of the other two
EXTENT_BELOW_PEAK = 30.0  # dB
SPEECH_LEVEL, LEVEL_SPREAD = -23.0, 2.0  # dBFS; a phrase is at most so far from it
ROOM_LEVEL = -62.0  # dBFS, that of the sample sessions
PAUSE = (0.30, 1.20)  # seconds between phrases, as in the sample sessions

# Phones of flite and Festival.
VOWELS = set("aa ae ah ao aw ax axr ay eh el em en er ey ih ix iy ow oy uh uw".split())
# What makes a phone of espeak-ng's a syllable: IPA's vowels and its sign for syllabic consonants.
VOWELS_IPA = re.compile("[aeiouyæøœɐɑɒɔɘəɚɛɜɝɞɤɨɪɵɯɶʉʊʌʏᵻ\u0329]")


class MissingVoices(Exception):
    """A synthesiser or a voice is not installed, or does not work."""


def run(*command, text=""):
    """What a command prints."""
    if not shutil.which(command[0]):
        raise MissingVoices
    outcome = subprocess.run(command, input=text.encode(), capture_output=True)
    # Festival goes on with another voice where it lacks one.
    if outcome.returncode != 0 or b"SIOD ERROR" in outcome.stderr:
        raise MissingVoices
    return outcome.stdout.decode(errors="replace")


def phrases():
    """Everything that is said in the sample sessions, as words alone."""
    answers = json.loads(ANSWERS.read_text())
    for session in answers["sessions"]:
        for take in session["takes"]:
            for phrase in take["phrases"]:
                if isinstance(phrase, str):
                    for written, said in answers["saidAs"].items():
                        phrase = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", said, phrase)
                    yield " ".join(re.sub(r"[^A-Za-z' ]", " ", phrase).split())


def synthesise(synthesiser, voice, tempo, texts, folder):
    """Writes a WAV for each text; returns their paths and how many syllables each has."""
    paths = [folder / f"{index}.wav" for index in range(len(texts))]
    if synthesiser == "espeak-ng":
        for path, text in zip(paths, texts):
            run("espeak-ng", "-v", voice, "-s", str(round(WORDS_A_MINUTE * tempo)), "-w", str(path), text)
        spoken = [run("espeak-ng", "-v", voice, "-q", "--ipa", "--sep=_", text) for text in texts]
        return paths, [sum(bool(VOWELS_IPA.search(phone)) for phone in re.split(r"[_\s]+", line)) for line in spoken]
    if synthesiser == "flite":
        spoken = [run("flite", "-voice", voice, "-ps", "-t", text, "-o", str(path),
                      "--setf", f"duration_stretch={1 / tempo:.6f}").split() for path, text in zip(paths, texts)]
    else:
        # Without phrase breaks of Festival's own, which the truth would not tell of.
        script = [f"({voice})", "(Parameter.set 'Phrase_Method 'cart_tree)", "(set! phrase_cart_tree '((NULL)))",
                  f"(Parameter.set 'Duration_Stretch {1 / tempo:.6f})"]
        for path, text in zip(paths, texts):
            script += [f'(set! u (utt.synth (Utterance Text "{text}")))', f'(utt.save.wave u "{path}" \'riff)',
                       f'(utt.save.segs u "{path}.lab")']
        run("festival", "--pipe", text="\n".join(script))
        if not all(path.exists() for path in paths):
            raise MissingVoices
        spoken = [[line.split()[-1] for line in pathlib.Path(f"{path}.lab").read_text().splitlines()]
                  for path in paths]
    return paths, [sum(phone in VOWELS for phone in phones) for phones in spoken]


def cut(samples, sample_rate):
    """From the first to the last 5 ms within 30 dB of the loudest."""
    frame = round(sample_rate / 200)
    frames = samples[:len(samples) // frame * frame].reshape(-1, frame)
    powers = (frames ** 2).mean(axis=1)
    loud = numpy.flatnonzero(powers >= powers.max() * 10 ** (-EXTENT_BELOW_PEAK / 10))
    return frames[loud[0]:loud[-1] + 1].ravel()


def at_level(samples, decibels):
    """Samples with a root mean square of that many dBFS."""
    return samples * 10 ** (decibels / 20) / numpy.sqrt((samples ** 2).mean())


def white_noise(length, name):
    """White noise that follows from a name alone: RandomState's numbers are the same in all versions of numpy."""
    return numpy.random.RandomState(zlib.crc32(name.encode())).standard_normal(length)


def pink_noise(length, name):
    """White noise whose power falls by 3 dB an octave."""
    spectrum = numpy.fft.rfft(white_noise(length, name))
    spectrum[1:] /= numpy.sqrt(numpy.arange(1, len(spectrum)))
    spectrum[0] = 0
    return numpy.fft.irfft(spectrum, length)


def make_take(stem, synthesiser, voice, tempo, texts):
    """Writes STEM.wav and STEM.truth.txt."""
    chance = random.Random(stem.name)
    with tempfile.TemporaryDirectory() as folder:
        paths, syllables = synthesise(synthesiser, voice, tempo, texts, pathlib.Path(folder))
        sounds = [parselmouth.Sound(str(path)) for path in paths]
    sample_rate = sounds[0].sampling_frequency
    pieces, truth, length = [], [], 0
    for sound, count in zip(sounds, syllables):
        silence = numpy.zeros(round(chance.uniform(*PAUSE) * sample_rate))
        level = SPEECH_LEVEL + chance.uniform(-LEVEL_SPREAD, LEVEL_SPREAD)
        speech = at_level(cut(sound.values[0], sample_rate), level)
        begin, length = length + len(silence), length + len(silence) + len(speech)
        pieces += [silence, speech]
        truth.append(f"{begin / sample_rate:.6f}\t{length / sample_rate:.6f}\tspeech syllables={count}\n")
    samples = numpy.concatenate([*pieces, numpy.zeros(round(sample_rate))])
    samples += at_level(pink_noise(len(samples), f"{stem.name} room"), ROOM_LEVEL)
    parselmouth.Sound(samples, sample_rate).save(f"{stem}.wav", "WAV")
    pathlib.Path(f"{stem}.truth.txt").write_text("".join(truth))


def make(folder):
    """Writes all takes below a folder, those of a voice in a folder of its own; `made` in it says that it is whole."""
    shutil.rmtree(folder, ignore_errors=True)
    texts = list(phrases())
    for name, (synthesiser, voice) in VOICES.items():
        (folder / name).mkdir(parents=True)
        for index, tempo in enumerate(TEMPI):
            make_take(folder / name / f"{name}-{tempo}", synthesiser, voice, tempo, texts[index::len(TEMPI)])
    (folder / "made").touch()


if __name__ == "__main__":
    try:
        make(pathlib.Path(sys.argv[1]))
    except MissingVoices:
        shutil.rmtree(sys.argv[1], ignore_errors=True)
        print(f"Held-out voices are left out, the synthesisers are missing: sudo apt-get install {PACKAGES}",
              file=sys.stderr)
