import asyncio
from test.api_client.predictive_performance_client import AsyncPredictivePerformanceClient

async def main():
    client = AsyncPredictivePerformanceClient()
    try:
        result = await client.predict_hardware(
            model_name="bert-base-uncased",
            batch_size=8,
            wait=True
        )
        print(result)
    finally:
        await client.close()

asyncio.run(main())
