"""What was measured is compared with what was predicted, and later predictions learn from it."""

from benchcast import PredictivePerformanceClient

MODEL = "distilbert-base-uncased"


def predicted(client: PredictivePerformanceClient) -> str:
    task = client.predict_performance(MODEL, "cpu", batch_size=8, wait=True)
    figures = task["result"]["predictions"]["cpu"]
    lower, upper = figures["intervals"]["throughput"]
    return f"{figures['throughput']:.1f} items/s, 90 % interval {lower:.1f} to {upper:.1f} ({figures['provenance']})"


with PredictivePerformanceClient() as client:
    print("Before:", predicted(client))
    task = client.record_measurement(MODEL, "cpu", batch_size=8, throughput=24.6, latency=325, memory_usage=540, wait=True)
    for error in task["result"].get("errors", []):
        print(f"{error['metric']}: predicted {error['predicted_value']:.1f}, measured {error['actual_value']}")
    print("After: ", predicted(client))
