#!/usr/bin/env bash
set -euo pipefail
benchcast() { npx --no-install benchcast "$@"; } # it asks BENCHCAST_URL, else the server of this folder's database

# 1. Evaluate two models on the same rows: CSV, Parquet, NDJSON or JSON.
predictions=$(mktemp -d)/predictions.csv
cat >"$predictions" <<'CSV'
label,prediction_current,prediction_candidate
0,0,0
1,1,1
0,0,1
1,1,1
1,1,0
0,0,0
1,1,1
1,0,1
CSV
benchcast evaluate "$predictions"

# 2. Recommend hardware, with an interval for each.
benchcast recommend bert-base-uncased --batch 8 --precision fp16 --hardware cuda,cpu

# 3. Record what was measured: later predictions learn from it.
benchcast record bert-base-uncased --hardware cuda --batch 8 --precision fp16 --throughput 2410 --latency 3.3

# 4. Measure a small model on the machine of the server, and follow it with a progress bar.
benchcast benchmark start prajjwal1/bert-tiny --batch 1 --monitor

# 5. Fail the build (exit code 3) when the candidate is worse, and not by chance.
benchcast evaluate "$predictions" --baseline current --gate-models candidate
