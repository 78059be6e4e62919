"""The server killed in the middle of a sync, or restored from yesterday's backup: every note is filed, once."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import SYNC, Answer, Cut, Exchange, Misdeed, Wire
from tests.e2e.waiting import wait_until

TEXTS = [f"Killed {number}: she tried the next one by herself." for number in range(12)]


@pytest.fixture
def server(own_server: Server) -> Server:
    """A server of one's own to kill."""
    return own_server


def killed_while(happens: Callable[[Exchange], object], server: Server) -> Misdeed:
    """Kill the server in the middle of what happens to a request."""

    def misdeed(exchange: Exchange) -> Answer:
        happens(exchange)
        server.is_killed()
        raise Cut

    return misdeed


def half_of_it_is_there(exchange: Exchange) -> None:
    exchange.passes_half_on()


def it_is_at_work(exchange: Exchange) -> None:
    def asks() -> None:
        try:
            exchange.passes_on()
        except Cut:
            pass  # as it should be

    asking = threading.Thread(target=asks, daemon=True)
    asking.start()
    asking.join(0.02)


def its_answer_is_under_way(exchange: Exchange) -> None:
    exchange.passes_on()


@pytest.mark.parametrize(
    "moment", [half_of_it_is_there, it_is_at_work, pytest.param(its_answer_is_under_way, marks=pytest.mark.gate)]
)
def test_twelve_notes_are_filed_once_though_the_server_was_killed_in_mid_sync(
    tablet: Tablet, wire: Wire, server: Server, record: Record, moment: Callable[[Exchange], object]
) -> None:
    wire.is_cut()
    tablet.quickly_records("Amina Yusuf", TEXTS)
    tablet.says("12 waiting")
    wire.is_mended()
    wire.misbehaves(SYNC, killed_while(moment, server), times=1, carrying=TEXTS[0])
    tablet.opens_today()
    wait_until(lambda: not server.is_running, "the server is killed in mid-sync")
    tablet.says("Offline")
    tablet.says("12 waiting")
    server.starts_again()
    tablet.comes_back()
    record.holds_once(TEXTS)


@pytest.mark.gate
def test_what_a_restored_backup_does_not_know_is_sent_again(
    tablet: Tablet, server: Server, record: Record, tmp_path: Path
) -> None:
    before, after = "Before the backup: settled after lunch.", "After the backup: told the whole story."
    tablet.records_observation("Amina Yusuf", before)
    tablet.is_all_synced()
    server.is_backed_up(tmp_path / "yesterday")
    tablet.records_observation("Amina Yusuf", after)
    tablet.is_all_synced()
    record.holds_once(after)

    server.stops()
    server.is_restored_from(tmp_path / "yesterday")
    record.holds_nothing_with(after)
    server.starts_again()
    tablet.opens_today()
    record.holds_once([before, after])
    tablet.is_all_synced()
