"""BENCHCAST_LOG=debug or info writes what is sent to stderr, without keys."""

from __future__ import annotations

import logging
import os

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


def log_as_asked() -> None:
    """Sets the level of the logger `benchcast`, and a handler where the program has none."""
    level = _LEVELS.get(os.environ.get("BENCHCAST_LOG", "").lower())
    if level is None:
        return
    logger = logging.getLogger("benchcast")
    logger.setLevel(level)
    if not logger.handlers and not logging.getLogger().handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
