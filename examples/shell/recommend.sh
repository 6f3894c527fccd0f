#!/usr/bin/env bash
# Which hardware should this model run on, and how sure is that?
set -euo pipefail
benchcast() { npx --no-install benchcast "$@"; }

# For people: a table, interval bars, and why not the others.
benchcast recommend bert-base-uncased --batch 8 --precision fp16 --hardware cuda,rocm,cpu --devices "cuda=NVIDIA L4"

# For programs: the whole answer as JSON.
benchcast recommend bert-base-uncased --batch 8 --precision fp16 --hardware cuda,cpu --json >recommendation.json
