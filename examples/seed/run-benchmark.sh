curl -X POST "http://localhost:8000/api/v1/model-performance/run-benchmark" \
  -H "Content-Type: application/json" \
  -d '{
    "benchmark_name": "Credit Risk Model Comparison",
    "dataset_id": "credit-risk-dataset-1",
    "task_type": "classification",
    "model_predictions": {
      "model-1": [0, 1, 0, 1, 0],
      "model-2": [0, 1, 1, 1, 0]
    },
    "ground_truth": [0, 1, 0, 1, 0]
  }'
