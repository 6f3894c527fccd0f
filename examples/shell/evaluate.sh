#!/usr/bin/env bash
# Which of two models is better, and is the difference more than chance? No server is needed.
set -euo pipefail
benchcast() { npx --no-install benchcast "$@"; }
predictions=$(mktemp -d)/predictions.csv

# One column of true values, one of predictions for each model; here from the bundled data.
node -e '
  const { ground_truth, model_predictions } = JSON.parse(fs.readFileSync("examples/data/breast-cancer.json", "utf8"))
  const [forest, boosting] = [model_predictions["random-forest"], model_predictions["gradient-boosting"]]
  console.log("label,prediction_forest,prediction_boosting")
  ground_truth.forEach((label, row) => console.log([label, forest[row], boosting[row]].join()))
' >"$predictions"

# For people: the leaderboard, ties and intervals. --save keeps the run on the server, for history and reports.
benchcast evaluate "$predictions" --positive malignant --name "Breast cancer, two models" --save

# For programs: everything, as JSON.
benchcast evaluate "$predictions" --positive malignant --json >"${predictions%.csv}.json"
