"""A voice-like sound without any library: glottal pulses through three resonances, as in Tests/BuiltSignals."""
import array
import math
import struct
import wave

RATE = 16_000


def _resonance(samples, frequency, bandwidth):
    # D. H. Klatt, "Software for a cascade/parallel formant synthesizer", JASA 67 (1980), p. 978.
    c = -math.exp(-2 * math.pi * bandwidth / RATE)
    b = 2 * math.exp(-math.pi * bandwidth / RATE) * math.cos(2 * math.pi * frequency / RATE)
    a, first, second = 1 - b - c, 0.0, 0.0
    for sample in samples:
        first, second = a * sample + b * first + c * second, first
        yield first


def spoken(seconds, pitch=120):
    """So many seconds of it at -20 dBFS, swelling four times a second as syllables do."""
    excitation, phase = [], 0.0
    for index in range(int(seconds * RATE)):
        phase += pitch * (1 + 0.05 * math.sin(2 * math.pi * 0.7 * index / RATE)) / RATE
        excitation.append(1.0 if phase >= 1 else 0.0)
        phase %= 1
    bands = [_resonance(excitation, *formant) for formant in ((600, 90), (1400, 120), (2600, 160))]
    sound = [sum(parts) * (0.6 + 0.4 * math.cos(8 * math.pi * index / RATE)) for index, parts in enumerate(zip(*bands))]
    level = math.sqrt(sum(sample * sample for sample in sound) / len(sound))
    return [0.1 * sample / level for sample in sound]


def take(before, speech, after):
    """Silence, speech, silence, in seconds, over a room of seeded noise at -66 dBFS."""
    samples = [0.0] * int(before * RATE) + spoken(speech) + [0.0] * int(after * RATE)
    state = 1
    for index in range(len(samples)):
        # A linear congruential generator: Numerical Recipes, 3rd edition, section 7.1.5.
        state = (1_664_525 * state + 1_013_904_223) % 2 ** 32
        samples[index] += 0.0017 * (state / 2 ** 31 - 1)
    return array.array("h", (int(max(-1, min(1, sample)) * 32767) for sample in samples))


def write_wav(path, samples):
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(samples.tobytes())


def write_aiff(path, samples):
    swapped = array.array("h", samples)
    swapped.byteswap()
    data = swapped.tobytes()
    # The rate as an 80-bit float: 16,000 is 1.953125 times 2 to the 13th.
    rate = struct.pack(">HQ", 16383 + 13, RATE << (63 - 13))
    common = struct.pack(">hIh", 1, len(samples), 16) + rate
    body = b"AIFF" + b"COMM" + struct.pack(">I", len(common)) + common
    body += b"SSND" + struct.pack(">III", len(data) + 8, 0, 0) + data
    path.write_bytes(b"FORM" + struct.pack(">I", len(body)) + body)
