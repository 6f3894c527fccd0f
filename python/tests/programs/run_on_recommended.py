from test.api_client.predictive_performance_client import PredictivePerformanceClient
from test.refactored_test_suite.api.api_client import ApiClient

# Create clients
test_client = ApiClient(base_url="http://localhost:8080")
predictive_client = PredictivePerformanceClient(base_url="http://localhost:8080")

# Get hardware recommendation
hw_result = predictive_client.predict_hardware(
    model_name="bert-base-uncased",
    wait=True
)

if "result" in hw_result:
    recommended_hw = hw_result["result"]["primary_recommendation"]
    
    # Run test on recommended hardware
    test_response = test_client.run_test(
        model_name="bert-base-uncased",
        hardware=recommended_hw
    )
