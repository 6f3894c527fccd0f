"""Runs an ONNX model again and again, as a plain loop would: the peer of the runner. Prints JSON.

Usage: run_onnx.py MODEL INPUTS SECONDS, INPUTS being a JSON list of {name, type, shape, file}.
"""

import json
import sys
import time

import numpy as np
import onnxruntime as ort


def main(model, inputs, seconds):
    feeds = {}
    for entry in json.load(open(inputs)):
        values = np.fromfile(entry["file"], dtype=entry["type"]).reshape(entry["shape"])
        feeds[entry["name"]] = values
    session = ort.InferenceSession(model, providers=["CPUExecutionProvider"])
    names = {entry.name for entry in session.get_inputs()}
    feeds = {name: values for name, values in feeds.items() if name in names}
    for _ in range(10):
        session.run(None, feeds)
    times = []
    started = time.perf_counter()
    while time.perf_counter() - started < seconds:
        begun = time.perf_counter()
        session.run(None, feeds)
        times.append(time.perf_counter() - begun)
    print(json.dumps({"median": float(np.median(times)), "runs": len(times)}))


main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
