import requests

# Query the unified database view for a specific model
response = requests.get(
    "http://localhost:8080/api/db/model/bert-base-uncased",
    headers={"X-API-Key": "your-api-key"}
)

if response.status_code == 200:
    data = response.json()
    
    # Access data from different components
    test_data = data["recent_test_runs"]
    benchmark_data = data["recent_benchmark_runs"]
    prediction_data = data["recent_predictions"]
    
    # Use the combined data for analysis
    print(f"Test success rate: {data['overview']['test_success_rate']:.2f}")
    print(f"Benchmark performance: {benchmark_data[0]['throughput'] if benchmark_data else 'N/A'}")
    print(f"Predicted performance: {prediction_data[0]['throughput'] if prediction_data else 'N/A'}")
