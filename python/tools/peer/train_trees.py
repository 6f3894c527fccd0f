"""LightGBM on the data of `npm run bench -- --only train-trees`, with its default threads and with one: on a busy machine one is faster.

    python train_trees.py FOLDER    reads FOLDER/{columns,target}.f64, writes {default, one}, each {seconds, cpu_seconds, rmse, r2}, to stdout
"""

import json
import sys
import time
from pathlib import Path

import lightgbm
import numpy as np

OPTIONS = {"objective": "huber", "alpha": 0.9, "num_leaves": 63, "learning_rate": 0.05, "min_data_in_leaf": 20, "verbose": -1}


def main(folder: Path) -> None:
    shape = json.loads((folder / "shape.json").read_text())
    columns = np.fromfile(folder / "columns.f64").reshape(shape["features"], shape["rows"] + shape["test_rows"]).T
    target = np.fromfile(folder / "target.f64")
    train, test = slice(0, shape["rows"]), slice(shape["rows"], None)
    matrix, truth = np.ascontiguousarray(columns[train]), target[train]
    results = {}
    for name, threads in (("default", 0), ("one", 1)):
        wall, cpu = time.perf_counter(), time.process_time()
        trees = lightgbm.train(OPTIONS | {"num_threads": threads}, lightgbm.Dataset(matrix, truth, params={"verbose": -1, "num_threads": threads}), shape["trees"])
        seconds, cpu_seconds = time.perf_counter() - wall, time.process_time() - cpu
        residuals = target[test] - trees.predict(columns[test], num_threads=1)
        error = (residuals**2).mean()
        results[name] = {"seconds": seconds, "cpu_seconds": cpu_seconds, "rmse": error**0.5, "r2": 1 - error / target[test].var()}
    print(json.dumps(results))


main(Path(sys.argv[1]))
