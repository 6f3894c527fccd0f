"""Which hardware should this model run on, and how sure is that?"""

from benchcast import HardwarePlatform, PredictivePerformanceClient

with PredictivePerformanceClient() as client:
    task = client.predict_hardware(
        "bert-base-uncased",
        batch_size=8,
        precision="fp16",
        available_hardware=[HardwarePlatform.CUDA, HardwarePlatform.ROCM, HardwarePlatform.CPU],
        devices={"cuda": "NVIDIA L4"},
        wait=True,
    )

result = task["result"]
print(f"Recommended: {result['primary_recommendation']}")
for place in result["ranking"]:
    lower, upper = place["score_interval"]
    worse = "" if place["tied_with_best"] else ", clearly worse"
    print(f"{place['device']}: {place['throughput']:.0f} items/s, 90 % interval {lower:.0f} to {upper:.0f}, best with {place['probability_best']:.0%}{worse}")
print(result["explanation"])
