from test.api_client.predictive_performance_client import (
    PredictivePerformanceClient,
    HardwarePlatform,
    PrecisionType,
    ModelMode
)

# Create client
client = PredictivePerformanceClient(base_url="http://localhost:8080")

# Predict optimal hardware
result = client.predict_hardware(
    model_name="bert-base-uncased",
    batch_size=8,
    available_hardware=[HardwarePlatform.CPU, HardwarePlatform.CUDA],
    predict_performance=True,
    wait=True  # Wait for task completion
)
print(f"Hardware recommendation: {result['result']['primary_recommendation']}")

# Record a measurement
client.record_measurement(
    model_name="bert-base-uncased",
    hardware_platform=HardwarePlatform.CUDA,
    batch_size=8,
    throughput=120.5,
    latency=8.3,
    memory_usage=1024.0,
    wait=True
)

# List recommendations
recommendations = client.list_recommendations(limit=5)
print(f"Found {recommendations['count']} recommendations")
