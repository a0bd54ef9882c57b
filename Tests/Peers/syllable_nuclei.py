"""Syllable nuclei as Praat users count them: written for StarPace, to be compared with.

N. H. de Jong and T. Wempe, "Praat script to detect syllable nuclei and measure speech rate automatically", Behavior
Research Methods 41 (2009), p. 385, with the silence threshold of the script's second version (2010): the intensity
that a hundredth of the frames exceed, less 25 dB. A nucleus is a peak of intensity above that threshold, with a fall of
more than 2 dB before the next such peak, inside a sounding stretch, where Praat hears a pitch. The script never counts
the last peak of a sound; here it counts where the same fall follows, which is at most one syllable a take.
"""
import numpy
from parselmouth.praat import call

SILENCE = -25.0  # dB
LEAST_DIP = 2.0  # dB
LEAST_PAUSE = 0.3  # seconds
LEAST_SOUNDING = 0.1  # seconds
# Time step, floor, candidates, accuracy, silence, voicing, octave, octave jump, voiced/unvoiced, ceiling.
PITCH = (0.02, 30, 4, "no", 0.03, 0.25, 0.01, 0.35, 0.25, 450)


def syllable_nuclei(sound):
    """The times of the nuclei in a parselmouth.Sound, in seconds."""
    intensity = sound.to_intensity(minimum_pitch=50)
    levels, times = intensity.values[0], intensity.xs()
    almost_loudest = call(intensity, "Get quantile", 0, 0, 0.99)
    threshold = max(almost_loudest + SILENCE, levels.min())
    is_peak = (levels[1:-1] > levels[:-2]) & (levels[1:-1] >= levels[2:]) & (levels[1:-1] > threshold)
    peaks = numpy.flatnonzero(is_peak) + 1
    ends = [*peaks[1:], len(levels) - 1]
    nuclei = [times[peak] for peak, end in zip(peaks, ends)
              if levels[peak] - levels[peak:end + 1].min() > LEAST_DIP]

    # Praat's own search for silences counts from the loudest frame.
    silence = SILENCE - (call(intensity, "Get maximum", 0, 0, "Parabolic") - almost_loudest)
    stretches = call(intensity, "To TextGrid (silences)", silence, LEAST_PAUSE, LEAST_SOUNDING, "silent", "sounding")
    pitch = call(sound, "To Pitch (ac)", *PITCH)

    def is_sounding(time):
        stretch = call(stretches, "Get interval at time", 1, time)
        return call(stretches, "Get label of interval", 1, stretch) == "sounding"

    return [time for time in nuclei if is_sounding(time) and not numpy.isnan(pitch.get_value_at_time(time))]
