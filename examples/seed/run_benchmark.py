import requests

# Run benchmark
response = requests.post(
    "http://localhost:8000/api/v1/model-performance/run-benchmark",
    json={
        "benchmark_name": "Credit Risk Model Comparison",
        "dataset_id": "credit-risk-dataset-1",
        "task_type": "classification",
        "model_predictions": {
            "model-1": [0, 1, 0, 1, 0],
            "model-2": [0, 1, 1, 1, 0]
        },
        "ground_truth": [0, 1, 0, 1, 0],
        "model_metadata": {
            "model-1": {
                "name": "Random Forest",
                "latency_ms": 50.5,
                "memory_usage_mb": 256.0
            }
        }
    }
)

result = response.json()
print(f"Best accuracy: {result['comparison_results']['best_models']['accuracy']}")
