"""Whatever the network does to a sync: what was saved arrives once, and until then it is seen to wait."""

import threading

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import SYNC, Answer, Exchange, Misdeed, Wire, answers, cuts_after_the_answer, doubles
from tests.e2e.engines.parts import MAIN
from tests.e2e.waiting import wait_until

HOTEL = "<!doctype html><title>Welcome</title><h1>Please accept our terms</h1>"
PORTALS = [
    pytest.param(answers(200, HOTEL, Content_Type="text/html"), id="answers 200 with a page", marks=pytest.mark.gate),
    pytest.param(answers(302, "", Location="/portal/login"), id="sends us to a login page"),
    pytest.param(answers(511, HOTEL, Content_Type="text/html"), id="answers 511"),
]
# Long enough for the Outbox to be opened meanwhile on a slow machine.
PATIENCE_S = 12


@pytest.mark.gate
def test_a_note_whose_answer_was_cut_off_after_the_server_committed_is_filed_once(
    tablet: Tablet, wire: Wire, record: Record
) -> None:
    text = "Cut off: he lined up the cars by colour and told me why."
    wire.misbehaves(SYNC, cuts_after_the_answer, times=1, carrying=text)
    tablet.records_observation("Amina Yusuf", text)
    tablet.is_all_synced()
    record.holds_once(text)
    assert len(wire.syncs_with(text)) == 2, "the first answer was lost, so it was sent again"


def test_a_request_that_arrives_twice_is_stored_once_and_its_duplicate_is_an_acknowledgement(
    tablet: Tablet, wire: Wire, record: Record
) -> None:
    text = "Doubled: she read the whole page to her partner."
    wire.misbehaves(SYNC, doubles, times=1, carrying=text)
    tablet.records_observation("Amina Yusuf", text)
    tablet.is_all_synced()
    record.holds_once(text)
    tablet.opens_pupil("Amina Yusuf")
    tablet.sees_note(text, "Synced")


@pytest.mark.parametrize("portal", PORTALS)
def test_a_captive_portal_is_being_offline(tablet: Tablet, wire: Wire, record: Record, portal: Misdeed) -> None:
    text = f"Portal {id(portal)}: used the calm corner without being asked."
    wire.misbehaves("/", portal)
    tablet.records_observation("Amina Yusuf", text)
    tablet.says("Offline")
    tablet.says("1 waiting")
    tablet.opens_pupil("Amina Yusuf")
    tablet.sees_note(text, "Waiting")
    record.holds_nothing_with(text)
    wire.is_mended()
    tablet.comes_back()
    record.holds_once(text)


def test_a_server_in_trouble_gets_the_note_by_itself_when_it_is_well_again(
    tablet: Tablet, wire: Wire, record: Record
) -> None:
    text = "Server error: counted to thirty in twos, with the number line."
    wire.misbehaves(SYNC, answers(500, "{}", X_Jotter_Protocol="1"))
    tablet.records_observation("Amina Yusuf", text)
    wait_until(lambda: len(wire.syncs_with(text)) >= 2, "it is tried again though nobody taps anything")
    tablet.says("1 waiting")
    wire.is_mended()
    tablet.is_all_synced()
    record.holds_once(text)


def test_a_server_that_asks_for_patience_is_left_in_peace_for_as_long_as_it_says(
    tablet: Tablet, wire: Wire, record: Record
) -> None:
    text = "Patience: waited for her turn in the game, twice."
    asks_for_patience = answers(429, "{}", X_Jotter_Protocol="1", Retry_After=str(PATIENCE_S))
    wire.misbehaves(SYNC, asks_for_patience, times=1, carrying=text)
    tablet.records_observation("Amina Yusuf", text)
    tablet.taps_sync_now()
    tablet.page.sees(MAIN, "left in peace")
    tablet.is_all_synced()
    record.holds_once(text)
    refused, taken = wire.syncs_with(text)
    assert taken.at - refused.at >= PATIENCE_S


def test_a_batch_that_is_too_large_is_split_until_it_fits(tablet: Tablet, wire: Wire, record: Record) -> None:
    def takes_three(exchange: Exchange) -> Answer:
        if len(exchange.json["entries"]) <= 3:
            return exchange.passes_on()
        return answers(413, '{"max_entries": 3, "max_bytes": 100000}', X_Jotter_Protocol="1")(exchange)

    texts = [f"Too large {number}: a line of notes." for number in range(10)]
    wire.is_cut()
    tablet.quickly_records("Amina Yusuf", texts)
    tablet.says("10 waiting")
    wire.is_mended()
    wire.misbehaves(SYNC, takes_three)
    tablet.comes_back()
    record.holds_once(texts)


@pytest.mark.gate
def test_saving_never_waits_for_a_sync_that_hangs(tablet: Tablet, wire: Wire, record: Record) -> None:
    is_over = threading.Event()

    def hangs(exchange: Exchange) -> Answer:
        is_over.wait(20)
        return exchange.passes_on()

    wire.misbehaves(SYNC, hangs)
    texts = ["Hanging 1: chose a book.", "Hanging 2: put it back."]
    tablet.records_observations("Amina Yusuf", texts)
    for text in texts:
        tablet.sees_note(text, "Waiting")
    is_over.set()
    wire.is_mended()
    tablet.comes_back()
    record.holds_once(texts)
