from benchcast.predictive import AsyncPredictivePerformanceClient, PredictivePerformanceClient
from benchcast.words import HardwarePlatform, ModelMode, PrecisionType

__all__ = ["AsyncPredictivePerformanceClient", "HardwarePlatform", "ModelMode", "PrecisionType", "PredictivePerformanceClient"]
