"""A task that takes a while, with a progress bar: predictions of many configurations."""

import sys
from typing import Any

from benchcast import PredictivePerformanceClient

WIDTH = 30


def show(state: dict[str, Any]) -> None:
    bar = ("█" * round(state["progress"] * WIDTH)).ljust(WIDTH, "░")
    print(f"\r{bar} {state['progress']:4.0%} {state['message']:40}", end="", file=sys.stderr)


with PredictivePerformanceClient() as client:
    task = client.generate_matrix(
        [{"name": name} for name in ("bert-base-uncased", "roberta-base", "microsoft/resnet-50", "openai/whisper-tiny")],
        ["cpu", "cuda", "openvino", "webgpu"],
        [1, 2, 4, 8, 16, 32],
        precision_options=["fp32", "fp16"],
        wait=True,
        timeout=120,
        on_progress=show,
    )

print(file=sys.stderr)
print(f"{task['result']['stored_predictions']} predictions for {len(task['result']['models'])} models")
