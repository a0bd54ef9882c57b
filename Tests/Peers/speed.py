"""Time speech detectors and Praat on a 16 kHz mono WAV; `make bench` holds StarPace against them.

  Tests/Peers/speed.py FILE

One line a peer: name, seconds of sound, seconds of processor time, what it does. Samples are in memory and models
loaded before the clock starts. Slow peers hear the first two minutes alone.
"""
import collections
import importlib.util
import itertools
import pathlib
import sys
import time
import wave

import _webrtcvad
import numpy
import onnxruntime
import parselmouth

from syllable_nuclei import syllable_nuclei

RATE = 16_000
SLOW = 120 * RATE  # samples


def report(name, length, work, does):
    """Prints the line of a peer whose `work` goes through `length` samples."""
    print(name, length / RATE, seconds(work), does, sep="\t", flush=True)


def seconds(work):
    """Seconds of processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def through(function, *arguments):
    """Calls a function for each of its arguments in turn by a loop of C's, not of Python's."""
    collections.deque(map(function, *arguments), maxlen=0)


def webrtc(samples):
    """The compiled routine of the WebRTC VAD, called from a loop of C's; the cost of calls is measured without it."""
    data = samples.tobytes()
    for milliseconds in (10, 20, 30):
        length = RATE * milliseconds // 1000
        frames = [data[start:start + 2 * length] for start in range(0, len(data) - 2 * length + 1, 2 * length)]

        def decide():
            vad = _webrtcvad.create()
            _webrtcvad.init(vad)
            through(_webrtcvad.process, itertools.repeat(vad), itertools.repeat(RATE), frames, itertools.repeat(length))

        # Reads its arguments, compares them with a short table, and returns.
        nothing = seconds(lambda: through(
            _webrtcvad.valid_rate_and_frame_length, itertools.repeat(RATE, len(frames)), itertools.repeat(length)))
        report(f"WebRTC VAD, {milliseconds} ms", len(frames) * length, decide,
               f"a bare decision a frame; {nothing / len(frames) * 1e6:.2f} µs a frame are the call")


def silero(samples):
    """Silero's networks as its package runs them, but without torch: each window follows the last 4 ms before it."""
    models = pathlib.Path(importlib.util.find_spec("silero_vad").origin).parent / "data"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1

    def session(model):
        return onnxruntime.InferenceSession(str(models / model), options, providers=["CPUExecutionProvider"])

    window, before = 512, 64
    sound = samples[:SLOW // window * window].astype(numpy.float32) / 32_768
    rows = sound.reshape(-1, window)
    windows = numpy.hstack([numpy.vstack([numpy.zeros((1, before), numpy.float32), rows[:-1, -before:]]), rows])
    streaming, rate = session("silero_vad.onnx"), numpy.array(RATE)
    sequence = session("silero_vad_16k_sequence.onnx")

    def one_by_one():
        state = numpy.zeros((2, 1, 128), numpy.float32)
        for index in range(len(windows)):
            _, state = streaming.run(None, {"input": windows[index:index + 1], "state": state, "sr": rate})

    def in_blocks():
        hidden = cell = numpy.zeros((1, 1, 128), numpy.float32)
        for start in range(0, len(windows), 512):
            inputs = {"input": windows[start:start + 512], "h": hidden, "c": cell}
            _, hidden, cell = sequence.run(["speech_probs", "hn", "cn"], inputs)

    report("Silero VAD", len(sound), one_by_one, "a probability each 32 ms, one call each")
    report("Silero VAD, sequence model", len(sound), in_blocks, "the same, 512 windows a call")


def praat(samples):
    """Praat's measures of the same things."""
    sound = parselmouth.Sound(samples[:SLOW] / 32_768, RATE)
    length = sound.n_samples

    def intensity_and_pitch():
        sound.to_intensity()
        sound.to_pitch(time_step=0.01, pitch_floor=75, pitch_ceiling=500)

    report("Praat, intensity and pitch", length, intensity_and_pitch, "To Intensity, To Pitch 75-500 Hz each 10 ms")
    report("Praat, syllable nuclei", length, lambda: syllable_nuclei(sound), "the steps of de Jong and Wempe")


def main(path):
    with wave.open(path) as file:
        samples = numpy.frombuffer(file.readframes(file.getnframes()), "<i2")
    webrtc(samples)
    silero(samples)
    praat(samples)


if __name__ == "__main__":
    main(sys.argv[1])
