#!/usr/bin/env bash
# One call on a GPU machine that has torch, numpy and sentencepiece but no network:
# trains one stage of the recipe `gpu` on the work folder and leaves the weights in small files.
# usage: gpu.sh WORK OUT    (see training/README.md; the next call goes on with the next stage)
set -euo pipefail
work=$1 out=$2
mkdir -p "$out"
python3 -m training.translation train "$work" --recipe gpu --stages 1 2>&1 | tee -a "$out/train.log"
python3 -m training.translation carry "$work" "$out/weights"
