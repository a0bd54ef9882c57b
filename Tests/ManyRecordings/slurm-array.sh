#!/bin/sh
#SBATCH --job-name=starpace
#SBATCH --array=0-15
#SBATCH --cpus-per-task=2
#SBATCH --mem-per-cpu=256M
#SBATCH --output=starpace-%A-%a.log
# Replays many sessions as a Slurm array: each task takes its part of the list and writes a file of its own.
#
#   sbatch slurm-array.sh LIST OUTPUT       LIST: a session folder a line, as all nodes see them
#   cat OUTPUT/*.jsonl > reports.jsonl      once all tasks are done: the lines in the order of LIST
#
# A task that is run again does what is not done. Every number of tasks gives the same lines.
set -eu
list=$1
output=$2
part=$output/$(printf '%05d' "$SLURM_ARRAY_TASK_ID").jsonl
[ ! -e "$part" ] || exit 0
mkdir -p "$output"
status=0
split --number="l/$((SLURM_ARRAY_TASK_ID + 1))/$SLURM_ARRAY_TASK_COUNT" "$list" |
  "${STARPACE:-starpace}" replay - --json --quiet --jobs "${SLURM_CPUS_PER_TASK:-1}" >"$part.unfinished" || status=$?
case $status in
# 65, 66: some could not be read, which their lines say. With anything else lines may be missing.
0 | 65 | 66) mv "$part.unfinished" "$part" ;;
*) exit "$status" ;;
esac
