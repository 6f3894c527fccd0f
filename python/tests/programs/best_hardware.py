# Find the best hardware for a model
client = PredictivePerformanceClient()
result = client.predict_hardware(
    model_name="bert-base-uncased",
    available_hardware=[
        HardwarePlatform.CPU,
        HardwarePlatform.CUDA,
        HardwarePlatform.ROCM,
        HardwarePlatform.WEBGPU
    ],
    predict_performance=True,
    wait=True
)

# Print recommendations
if "result" in result:
    primary = result["result"]["primary_recommendation"]
    print(f"Primary recommendation: {primary}")
    
    alternatives = result["result"].get("alternative_recommendations", [])
    if alternatives:
        print("Alternative recommendations:")
        for alt in alternatives:
            print(f"- {alt}")
    
    if "performance" in result["result"]:
        perf = result["result"]["performance"]
        print(f"Predicted performance on {primary}:")
        print(f"- Throughput: {perf.get('throughput', 'N/A')} samples/sec")
        print(f"- Latency: {perf.get('latency', 'N/A')} ms")
        print(f"- Memory usage: {perf.get('memory_usage', 'N/A')} MB")
