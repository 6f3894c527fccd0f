"""One test for both kinds of clients: the asynchronous one is driven from blocking code."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import benchcast

Opened = Callable[..., Any]


class Driven:
    """An asynchronous client whose methods block."""

    def __init__(self, client: Any, loop: asyncio.AbstractEventLoop) -> None:
        self.client, self.loop = client, loop

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.client, name)
        return self._blocking(value) if callable(value) else value

    def _blocking(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            result = method(*args, **kwargs)
            if inspect.isawaitable(result):
                return self.loop.run_until_complete(result)
            if hasattr(result, "__anext__"):
                return self._iterated(result)
            return Driven(result, self.loop) if isinstance(result, type(self.client)) else result

        return call

    def _iterated(self, items: Any) -> Iterator[Any]:
        try:
            while True:
                try:
                    yield self.loop.run_until_complete(items.__anext__())
                except StopAsyncIteration:
                    return
        finally:
            self.loop.run_until_complete(items.aclose())


@contextmanager
def opened_blocking(name: str, *args: Any, **options: Any) -> Iterator[Any]:
    with getattr(benchcast, name)(*args, **options) as client:
        yield client


@contextmanager
def opened_asynchronous(name: str, *args: Any, **options: Any) -> Iterator[Any]:
    loop = asyncio.new_event_loop()
    client = getattr(benchcast, f"Async{name}")(*args, **options)
    try:
        yield Driven(client, loop)
    finally:
        loop.run_until_complete(client.close())
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


BOTH = pytest.mark.parametrize("opened", [opened_blocking, opened_asynchronous], ids=["blocking", "asynchronous"])
