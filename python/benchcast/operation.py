"""
Methods that are written once and are blocking in one client, awaitable in the other.

An operation is a generator method that yields effects. Read from a `SyncClient` it is a function that gives what the
generator returns; read from an `AsyncClient`, a coroutine function.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, overload

from .client import AsyncClient, SyncClient
from .effects import Emit, Steps
from .errors import APIConnectionError, APIError, Json

P = ParamSpec("P")
R = TypeVar("R")


class _Declared:
    """What every kind of operation shares: its generator, and how functions made from it are documented."""

    def __init__(self, steps: Callable[..., Steps[Any]]) -> None:
        self.steps = steps
        self.__doc__ = steps.__doc__

    @functools.cached_property
    def _signature(self) -> inspect.Signature:
        signature = inspect.signature(self.steps)
        returned = str(signature.return_annotation).removeprefix("Steps[").removesuffix("]")
        return signature.replace(return_annotation="Iterator[Json]" if returned == "None" and isinstance(self, stream) else returned)

    def _documented(self, function: Callable[..., Any], *, bound: bool = True) -> Callable[..., Any]:
        """`function` with our name, text and parameters."""
        functools.update_wrapper(function, self.steps)
        parameters = list(self._signature.parameters.values())[1 if bound else 0 :]
        function.__signature__ = self._signature.replace(parameters=parameters)  # type: ignore[attr-defined]
        return function

    def _of_class(self) -> Callable[..., Any]:
        """The function that `help()` shows for a class."""
        return self._documented(lambda client, *args, **kwargs: getattr(client, self.steps.__name__)(*args, **kwargs), bound=False)


class operation(_Declared, Generic[P, R]):
    """A method that gives one answer; faults are exceptions."""

    def __init__(self, steps: Callable[Concatenate[Any, P], Steps[R]]) -> None:
        super().__init__(steps)

    @overload
    def __get__(self, client: None, owner: type) -> operation[P, R]: ...
    @overload
    def __get__(self, client: SyncClient, owner: type) -> Callable[P, R]: ...
    @overload
    def __get__(self, client: AsyncClient, owner: type) -> Callable[P, Coroutine[Any, Any, R]]: ...
    def __get__(self, client: Any, owner: type) -> Any:
        if client is None:
            return self._of_class()
        return self._documented(lambda *args, **kwargs: client.run(self._answer(client, *args, **kwargs)))

    def _answer(self, client: Any, *args: P.args, **kwargs: P.kwargs) -> Steps[Any]:
        return self.steps(client, *args, **kwargs)


class answering(operation[P, Json]):
    """A method whose faults are answers, `{"error": ..., "status_code": ...}`, unless the client was made with `raise_errors=True`."""

    def _answer(self, client: Any, *args: P.args, **kwargs: P.kwargs) -> Steps[Any]:
        try:
            return (yield from self.steps(client, *args, **kwargs))
        except (APIError, APIConnectionError) as fault:
            if client.options.raise_errors:
                raise
            return fault.answer()


class stream(_Declared, Generic[P, R]):
    """A method that gives one item after the other: `for` in one client, `async for` in the other."""

    def __init__(self, steps: Callable[Concatenate[Any, P], Steps[None]]) -> None:
        super().__init__(steps)

    @overload
    def __get__(self, client: None, owner: type) -> stream[P, R]: ...
    @overload
    def __get__(self, client: SyncClient, owner: type) -> Callable[P, Iterator[Json]]: ...
    @overload
    def __get__(self, client: AsyncClient, owner: type) -> Callable[P, AsyncIterator[Json]]: ...
    def __get__(self, client: Any, owner: type) -> Any:
        if client is None:
            return self._of_class()
        return self._documented(lambda *args, **kwargs: client.iterate(self.steps(client, *args, **kwargs)))


def pages(page: Callable[[int, int], Steps[Json]], key: str, limit: int | None, page_size: int = 100) -> Steps[None]:
    """Emits the rows of `page(limit, offset)` under `key`, page after page, until `limit` rows or the end."""
    offset = 0
    while limit is None or offset < limit:
        wanted = page_size if limit is None else min(page_size, limit - offset)
        rows = (yield from page(wanted, offset))[key]
        for row in rows:
            yield Emit(row)
        offset += len(rows)
        if len(rows) < wanted:
            return
