"""Retries, time-outs and faults, against a server that really fails."""

from __future__ import annotations

import logging
import pickle
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from both import BOTH, Opened
from flaky import answers, flaky, resets, sleeps

import benchcast
from benchcast.sending import redacted

BUSY = answers(503, {"detail": "busy", "code": "overloaded"}, retry_after="0")
FINE = answers(200, {"success": True})


@BOTH
def test_a_busy_server_and_a_reset_connection_are_tried_again_with_the_same_idempotency_key(opened: Opened) -> None:
    with flaky(BUSY, resets, FINE) as server, opened("ModelPerformanceClient", server.url) as client:
        assert client.compare_models(["a", "b"]) == {"success": True}
        assert len(server.asked) == 3
        assert len({asked.headers["idempotency-key"] for asked in server.asked}) == 1
        assert [asked.headers.get("x-benchcast-retry-count") for asked in server.asked] == [None, "1", "2"]
        assert {asked.body for asked in server.asked} == {b'{"model_ids":["a","b"]}'}
        assert 0.7 <= server.asked[2].at - server.asked[1].at <= 2, "a second attempt after 1 s, less up to a quarter"
        client.compare_models(["a", "b"])
        assert len({asked.headers["idempotency-key"] for asked in server.asked}) == 2


@BOTH
def test_after_the_retries_the_last_fault_is_raised(opened: Opened) -> None:
    with flaky(BUSY) as server, opened("ModelPerformanceClient", server.url, max_retries=1) as client:
        with pytest.raises(benchcast.InternalServerError, match="busy") as caught:
            client.task_types()
        assert (caught.value.status, caught.value.code, len(server.asked)) == (503, "overloaded", 2)


@BOTH
def test_retry_after_is_waited_for_in_seconds_and_as_a_date(opened: Opened) -> None:
    date = format_datetime(datetime.now(timezone.utc) - timedelta(minutes=1), usegmt=True)
    with flaky(answers(429, {"detail": "slowly"}, retry_after="1"), answers(503, {}, retry_after=date), FINE) as server, opened("ModelPerformanceClient", server.url) as client:
        client.task_types()
        first, second, third = (asked.at for asked in server.asked)
        assert second - first >= 1
        assert third - second < second - first


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, benchcast.BadRequestError),
        (401, benchcast.AuthenticationError),
        (403, benchcast.PermissionDeniedError),
        (404, benchcast.NotFoundError),
        (409, benchcast.ConflictError),
        (418, benchcast.APIError),
        (422, benchcast.UnprocessableEntityError),
    ],
)
def test_what_the_caller_can_mend_is_raised_at_once_by_its_class(status: int, kind: type[benchcast.APIError]) -> None:
    problem = {"detail": "wrong", "code": "some_code", "errors": [{"pointer": "/a"}]}
    with flaky(answers(status, problem, x_request_id="req-7")) as server, benchcast.ModelPerformanceClient(server.url) as client:
        with pytest.raises(kind, match="wrong") as caught:
            client.benchmark_run("x")
        assert type(caught.value) is kind
        assert (caught.value.status, caught.value.code, caught.value.request_id) == (status, "some_code", "req-7")
        assert caught.value.errors == [{"pointer": "/a"}]
        assert caught.value.problem == problem
        assert pickle.loads(pickle.dumps(caught.value)).status == status
        assert len(server.asked) == 1


@BOTH
def test_a_request_that_is_still_running_is_asked_for_again(opened: Opened) -> None:
    with flaky(answers(409, {"detail": "running", "code": "idempotency_in_flight"}, retry_after="0"), FINE) as server, opened("ModelPerformanceClient", server.url) as client:
        assert client.compare_models(["a"]) == {"success": True}


@BOTH
def test_a_slow_answer_is_given_up_after_the_timeout(opened: Opened) -> None:
    with flaky(sleeps) as server, opened("ModelPerformanceClient", server.url, timeout=0.2, max_retries=0) as client:
        with pytest.raises(benchcast.APITimeoutError, match="did not answer in time") as caught:
            client.task_types()
        assert isinstance(caught.value, (TimeoutError, benchcast.APIConnectionError))


@BOTH
def test_a_server_that_is_not_there_is_named_with_what_to_do(opened: Opened) -> None:
    with opened("ModelPerformanceClient", "http://127.0.0.1:9", max_retries=0) as client, pytest.raises(benchcast.APIConnectionError, match=r"127\.0\.0\.1:9 cannot be reached.*benchcast serve"):
        client.task_types()


@BOTH
def test_the_predictive_client_answers_with_a_fault_instead(opened: Opened) -> None:
    with opened("PredictivePerformanceClient", "http://127.0.0.1:9", max_retries=0) as client:
        answer = client.predict_hardware("m", wait=True)
        assert answer["status_code"] == 0
        assert "cannot be reached" in answer["error"]
    with opened("PredictivePerformanceClient", "http://127.0.0.1:9", max_retries=0, raise_errors=True) as client, pytest.raises(benchcast.APIConnectionError):
        client.predict_hardware("m")


@BOTH
def test_the_results_of_a_benchmark_that_could_not_be_started_have_a_status(opened: Opened) -> None:
    with flaky(answers(422, {"detail": "no"})) as server, opened("BenchmarkApiClient", server.url) as client:
        assert client.run_benchmark("m", "abacus", wait=True) == {"status": "failed", "error": "no", "status_code": 422, "code": None, "request_id": None}


def test_an_answer_that_is_no_problem_document_is_shown_as_it_is() -> None:
    with flaky(answers(500, ["plain"])) as server, benchcast.ModelPerformanceClient(server.url, max_retries=0) as client, pytest.raises(benchcast.InternalServerError, match="plain"):
        client.task_types()


@BOTH
def test_options_of_a_copy_hold_for_the_copy_alone(opened: Opened) -> None:
    seen: list[benchcast.Response] = []
    with flaky(FINE) as server, opened("ModelPerformanceClient", f"{server.url}/", api_key="first") as client:
        client.with_options(api_key="second", headers={"X-Team": "a"}, idempotency_key="mine", on_response=seen.append).compare_models(["a"])
        client.task_types()
        first, second = server.asked
        assert (first.headers["x-api-key"], first.headers["x-team"], first.headers["idempotency-key"]) == ("second", "a", "mine")
        assert (second.headers["x-api-key"], "x-team" in second.headers, "idempotency-key" in second.headers) == ("first", False, False)
        assert [response.status for response in seen] == [200]
        with pytest.raises(TypeError, match="no option 'retries'"):
            client.with_options(retries=1)


def test_address_and_key_come_from_the_environment_where_they_are_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BENCHCAST_API_KEY", "from-environment")
    assert benchcast.PredictivePerformanceClient().base_url == "http://localhost:8080"
    assert benchcast.ApiClient().base_url == "http://localhost:8000"
    monkeypatch.setenv("BENCHCAST_URL", "http://there:1/")
    assert benchcast.PredictivePerformanceClient().base_url == "http://there:1"
    assert benchcast.PredictivePerformanceClient().api_key == "from-environment"
    assert benchcast.PredictivePerformanceClient("http://here", "mine").base_url == "http://here"
    assert benchcast.PredictivePerformanceClient("http://here", "mine").api_key == "mine"


def test_keys_are_in_no_log_and_in_no_text(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "benchcast")
    with flaky(FINE) as server, benchcast.ModelPerformanceClient(server.url, api_key="very-secret") as client:
        client.task_types()
        assert "very-secret" not in repr(client) + repr(client.options)
    assert "GET http" in caplog.text
    assert "very-secret" not in caplog.text
    assert redacted({"Authorization": "Bearer x", "A": "b"}) == {"Authorization": "***", "A": "b"}


@BOTH
def test_a_task_is_asked_for_where_no_websocket_can_be_opened(opened: Opened) -> None:
    running, completed = {"task_id": "t", "status": "running", "progress": 0.5}, {"task_id": "t", "status": "completed", "progress": 1, "result": {}}
    with flaky(answers(404, {}), answers(200, running), answers(200, completed)) as server, opened("PredictivePerformanceClient", server.url) as client:
        seen: list[object] = []
        assert client.monitor_task("t", seen.append) == completed
        assert seen == [running, completed]
        assert [asked.path.split("/")[3] for asked in server.asked] == ["ws", "task", "task"]


@BOTH
def test_a_server_that_does_not_hold_its_answers_back_is_not_asked_without_a_pause(opened: Opened) -> None:
    running = {"task_id": "t", "status": "running", "progress": 0.5}
    with flaky(answers(200, running)) as server, opened("PredictivePerformanceClient", server.url) as client:
        late = client.wait_for_task("t", timeout=2.5)
        assert late["task_id"] == "t"
        assert "still running (50%)" in late["error"]
        assert 2 <= len(server.asked) <= 6
