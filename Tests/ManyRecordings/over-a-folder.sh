#!/bin/sh
# Measures every recording below a folder with GNU parallel, on all cores: a line of JSON each, in the order of the names.
#
#   over-a-folder.sh FOLDER > speech.jsonl
#
# BLOCK is how many recordings a process gets at a time, JOBS how many processes run at once.
set -eu
find "$1" -type f \( -name '*.wav' -o -name '*.flac' -o -name '*.mp3' -o -name '*.ogg' \) -print0 | LC_ALL=C sort -z |
  parallel --pipe --recend '\0' -N "${BLOCK:-50}" -j "${JOBS:-100%}" --keep-order \
    "${STARPACE:-starpace}" analyze --jobs 1 --null
