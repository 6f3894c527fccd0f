# Analyze performance across batch sizes
client = PredictivePerformanceClient()
batch_sizes = [1, 2, 4, 8, 16, 32]
results = {}

for batch in batch_sizes:
    result = client.predict_performance(
        model_name="bert-base-uncased",
        hardware=HardwarePlatform.CUDA,
        batch_size=batch,
        wait=True
    )
    if "result" in result and "predictions" in result["result"]:
        results[batch] = result["result"]["predictions"]["cuda"]["throughput"]

# Print results
for batch, throughput in results.items():
    print(f"Batch size {batch}: {throughput:.2f} samples/sec")
