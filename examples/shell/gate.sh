#!/usr/bin/env bash
# Fails a build when a candidate is worse than the model in use, and only when that is more than chance.
# bash examples/shell/gate.sh [candidate]
set -euo pipefail
benchcast() { npx --no-install benchcast "$@"; }
candidate=${1:-random-forest}

# Exit code 3: the gate failed. 0: it passed. Anything else: it could not be judged.
benchcast evaluate examples/data/breast-cancer.json \
  --gate-models "$candidate" --gate-metrics accuracy --baseline logistic-regression --fail-below accuracy=0.9
