// Signals built by hand, with known silences.
