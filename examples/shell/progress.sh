#!/usr/bin/env bash
# A task that takes a while, with a progress bar: predictions of many configurations.
set -euo pipefail
benchcast() { npx --no-install benchcast "$@"; }
url=${BENCHCAST_URL:-http://127.0.0.1:8080}

task=$(curl -sS "$url/api/predictive-performance/generate-matrix" -H 'Content-Type: application/json' -d '{
  "model_configs": [{"name": "bert-base-uncased"}, {"name": "roberta-base"}, {"name": "microsoft/resnet-50"}],
  "hardware_platforms": ["cpu", "cuda", "openvino", "webgpu"],
  "batch_sizes": [1, 2, 4, 8, 16, 32]
}' | sed -n 's/.*"task_id":"\([^"]*\)".*/\1/p')

# The bar is on standard error, the result on standard output.
benchcast tasks watch "$task" --url "$url" --json >"${1:-matrix.json}"
