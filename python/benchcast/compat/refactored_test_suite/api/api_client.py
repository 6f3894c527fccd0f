from benchcast.model_tests import ApiClient, AsyncApiClient

__all__ = ["ApiClient", "AsyncApiClient"]
