"""LightGBM on the data of `npm run bench -- --only train-trees`, with its default threads.

    python train_trees.py FOLDER    reads FOLDER/{columns,target}.f64, writes {seconds, cpu_seconds, predict_seconds, r2, version} to stdout
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
    wall, cpu = time.perf_counter(), time.process_time()
    trees = lightgbm.train(OPTIONS, lightgbm.Dataset(matrix, truth, params={"verbose": -1}), shape["trees"])
    seconds, cpu_seconds = time.perf_counter() - wall, time.process_time() - cpu
    start = time.perf_counter()
    predicted = trees.predict(columns[test])
    predict_seconds = time.perf_counter() - start
    r2 = 1 - ((target[test] - predicted) ** 2).sum() / ((target[test] - target[test].mean()) ** 2).sum()
    print(json.dumps({"seconds": seconds, "cpu_seconds": cpu_seconds, "predict_seconds": predict_seconds, "r2": r2, "version": lightgbm.__version__}))


main(Path(sys.argv[1]))
