#!/usr/bin/env bash
# What was measured is compared with what was predicted, and later predictions learn from it.
set -euo pipefail
benchcast() { npx --no-install benchcast "$@"; }

benchcast predict distilbert-base-uncased --hardware cpu --batch 16
benchcast record distilbert-base-uncased --hardware cpu --batch 16 --throughput 25.1 --latency 637 --memory-usage 610
benchcast predict distilbert-base-uncased --hardware cpu --batch 16

# Which measurements would teach most?
benchcast suggest --models distilbert-base-uncased --hardware cpu --limit 3
