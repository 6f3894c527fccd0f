"""The peer that `npm run bench` measures Benchcast against: FastAPI, orjson, numpy, scikit-learn and DuckDB, as fast as they go.

The body is read raw and parsed by orjson (no pydantic), scikit-learn skips its own validation, the three averaged scores come from one
call, the work runs on the event loop (a thread per request was slower), and each request is one durable DuckDB commit before its answer.

    python server.py --port 8000 --db peer.duckdb
"""

import argparse
import uuid
from collections.abc import Callable
from datetime import UTC, datetime

import duckdb
import numpy as np
import orjson
import sklearn
import uvicorn
from fastapi import FastAPI, Request, Response
from sklearn import metrics

Scores = dict[str, float]

LOWER_IS_BETTER = {"log_loss", "mse", "rmse", "mae"}


def classification(truth: np.ndarray, predicted: np.ndarray, probabilities: np.ndarray | None) -> Scores:
    """Precision, recall and F1 of class 1 for labels 0 and 1, else weighted by support; the probabilities give AUC and log loss."""
    is_binary = predicted.dtype.kind in "iu" and max(truth.max(), predicted.max()) <= 1 and min(truth.min(), predicted.min()) >= 0
    precision, recall, f1, _ = metrics.precision_recall_fscore_support(truth, predicted, average="binary" if is_binary else "weighted", zero_division=0)
    scores = {"accuracy": metrics.accuracy_score(truth, predicted), "precision": precision, "recall": recall, "f1_score": f1}
    if probabilities is not None:
        if probabilities.ndim == 1:
            scores["roc_auc"] = metrics.roc_auc_score(truth, probabilities)
        scores["log_loss"] = metrics.log_loss(truth, probabilities)
    return scores


def regression(truth: np.ndarray, predicted: np.ndarray, _: np.ndarray | None) -> Scores:
    mse = metrics.mean_squared_error(truth, predicted)
    return {"mse": mse, "rmse": mse**0.5, "mae": metrics.mean_absolute_error(truth, predicted), "r2_score": metrics.r2_score(truth, predicted)}


TASKS: dict[str, Callable[[np.ndarray, np.ndarray, np.ndarray | None], Scores]] = {"classification": classification, "regression": regression}


def rankings(scores: dict[str, Scores]) -> dict[str, list[dict]]:
    names = next(iter(scores.values())).keys()
    result = {}
    for name in names:
        ordered = sorted(scores, key=lambda model: scores[model][name], reverse=name not in LOWER_IS_BETTER)
        result[name] = [{"model_id": model, "value": scores[model][name], "rank": rank} for rank, model in enumerate(ordered, 1)]
    return result


def run_benchmark(body: dict) -> dict:
    """The answer to one request, in the shape of the seed."""
    truth = np.asarray(body["ground_truth"])
    probabilities = body.get("model_probabilities") or {}
    evaluate = TASKS[body["task_type"]]
    scores = {}
    for model, predicted in body["model_predictions"].items():
        if len(predicted) != len(truth):
            raise ValueError(f"{model} has {len(predicted)} predictions, ground_truth has {len(truth)}")
        column = probabilities.get(model)
        scores[model] = evaluate(truth, np.asarray(predicted), None if column is None else np.asarray(column))
    ranked = rankings(scores)
    return {
        "success": True,
        "run_id": f"benchmark-run-{uuid.uuid4()}",
        "benchmark_name": body["benchmark_name"],
        "created_at": datetime.now(UTC).isoformat(),
        "metrics": {model: values | {k: v for k, v in body.get("model_metadata", {}).get(model, {}).items() if k != "name"} for model, values in scores.items()},
        "comparison_results": {"rankings": ranked, "best_models": {name: rows[0]["model_id"] for name, rows in ranked.items()}},
    }


def create_app(path: str) -> FastAPI:
    sklearn.set_config(assume_finite=True, skip_parameter_validation=True)
    database = duckdb.connect(path)
    database.execute("CREATE TABLE IF NOT EXISTS runs (run_id VARCHAR PRIMARY KEY, name VARCHAR, task_type VARCHAR, created_at VARCHAR, document VARCHAR)")
    app = FastAPI()

    @app.get("/health")
    async def health() -> dict:
        return {"status": "ok"}

    @app.post("/api/v1/model-performance/run-benchmark")
    async def run(request: Request) -> Response:
        body = orjson.loads(await request.body())
        answer = run_benchmark(body)
        document = orjson.dumps(answer, option=orjson.OPT_SERIALIZE_NUMPY)
        # Autocommit: durable when execute returns.
        database.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?)", (answer["run_id"], answer["benchmark_name"], body["task_type"], answer["created_at"], document.decode()))
        return Response(document, media_type="application/json")

    return app


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--port", type=int, required=True)
    options.add_argument("--db", required=True)
    given = options.parse_args()
    uvicorn.run(create_app(given.db), host="127.0.0.1", port=given.port, loop="uvloop", http="httptools", access_log=False, log_level="warning")


if __name__ == "__main__":
    main()
