"""What requests need beside their schema: a key of their own, no long wait, and no work that goes on behind them."""

import itertools
import re
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urljoin

import requests
import schemathesis

numbers = itertools.count()

# Each of these occupies the processors for a while: how it is stopped, and how many may go on, so that there are results to read.
STOPPED_BY = {
    "/api/benchmark/run": ("DELETE", "/api/benchmark/run/"),
    "/api/test/run": ("POST", "/api/test/cancel/"),
    "/api/test/batch": ("POST", "/api/test/cancel/"),
    "/api/predictive-performance/generate-sample-data": ("DELETE", "/api/predictive-performance/task/"),
}
LET_GO_ON = 2
started = dict.fromkeys(STOPPED_BY, 0)
# A batch may have a thousand runs.
stopping = ThreadPoolExecutor(8)
session = requests.Session()

# A value beside a limit that is allowed, and one set of each size of what may be left out: limits, single members and fuzzing say as much.
BETWEEN = re.compile(r"Near-boundary|All required and \d+ optional|and optional '(X-Request-Id|X-API-Key|Authorization|Idempotency-Key)'")


@schemathesis.hook
def filter_case(context, case):
    """Leaves out what the coverage phase tries between its limits, hundreds of times for a list with many filters."""
    facts = case.meta.phase.data if case.meta else None
    return not BETWEEN.search(getattr(facts, "description", None) or "")


@schemathesis.hook
def before_call(context, case, kwargs):
    """An Idempotency-Key is new for each new request; the generator would use the same few again and again."""
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and 1 <= len(key) <= 200:
        case.headers["Idempotency-Key"] = f"{key}-{next(numbers)}"
    # A task may stand behind many others: the answer that is waited for is the same, only later.
    wait = (case.query or {}).get("wait")
    if seconds(wait) > 1:
        case.query["wait"] = type(wait)(1)


def seconds(wait):
    """The coverage phase writes numbers as text."""
    try:
        return float(wait)
    except (TypeError, ValueError):
        return 0


@schemathesis.hook
def after_call(context, case, response):
    """Stops what was started."""
    path = case.operation.path
    if path not in STOPPED_BY or case.method.upper() != "POST" or response.status_code != 200:
        return
    started[path] += 1
    if started[path] <= LET_GO_ON:
        return
    method, stop = STOPPED_BY[path]
    key = {"X-API-Key": response.request.headers["X-API-Key"]}
    answer = response.json()
    runs = answer.get("run_ids") or [answer.get("run_id") or answer["task_id"]]
    # All have been stopped when the list has been made.
    list(stopping.map(lambda run: session.request(method, urljoin(response.request.url, stop + run), headers=key, timeout=60), runs))
