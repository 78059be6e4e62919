"""The school's lists at the desk: who changes them, how they are typed, and that a mistake is told beside its field."""

import re

import pytest

from record import school_lists
from record.times import now
from record.usual_lists import USUAL

NEW_SCALE = {"scales-1-name": "Mood", "scales-1-least": "-2", "scales-1-most": "2", "scales-1-labels": "Low\nFlat"}
OLD = USUAL["scales"][0]
OLD_SCALE = {
    "scales-0-id": OLD["id"],
    "scales-0-name": OLD["name"],
    "scales-0-least": "1",
    "scales-0-most": "5",
    "scales-0-labels": "\n".join(OLD["labels"]),
}


def lists_of(desk) -> dict:
    desk.look_again()
    return school_lists.lists_of(desk.school, now().date())


def test_the_list_of_lists_says_how_much_is_on_each_and_leads_there(senco):
    page = senco.get("/desk/lists").text
    for name in school_lists.NAMES:
        assert f'href="/desk/lists/{name}"' in page
        assert senco.get(f"/desk/lists/{name}").status_code == 200
    assert f"{len(USUAL['behaviours'])} lines" in page and "12 half-terms" in page
    assert '<a href="/desk/lists" aria-current="page">Lists' in page


def test_one_item_a_line_cleaned_and_each_once(senco, desk):
    typed = "  Yurt \r\n\r\nForest   school\nyurt\nLake\t\n" + "\u200b"
    assert senco.post("/desk/lists/settings", data={"lines": typed}).location == "/desk/lists"
    assert lists_of(desk)["settings"] == ["Yurt", "Forest school", "Lake"]
    page = senco.get("/desk/lists").text
    assert "3 lines" in page and "Saved. Tablets have it at their next sync." in page
    assert "Yurt\nForest school\nLake" in senco.get("/desk/lists/settings").text


@pytest.mark.parametrize(
    ("typed", "words"),
    [("\n".join(f"Item {n}" for n in range(101)), "At most 100 lines"), ("x" * 201, "At most 200 characters")],
)
def test_too_much_is_told_beside_the_field_and_kept_as_typed(senco, desk, typed, words):
    before = lists_of(desk)
    answer = senco.post("/desk/lists/phrases", data={"lines": typed})
    assert answer.status_code == 422
    assert words in answer.text and 'id="phrases-error"' in answer.text and 'href="#phrases"' in answer.text
    assert typed in answer.text and 'aria-invalid="true"' in answer.text
    assert lists_of(desk) == before


def test_no_line_is_passed_over_however_many_are_typed(senco, desk):
    typed = "Yurt\n" * 2_000 + "Lake"
    assert senco.post("/desk/lists/settings", data={"lines": typed}).status_code == 303
    assert lists_of(desk)["settings"] == ["Yurt", "Lake"]


def test_a_name_that_is_far_too_long_comes_back_to_its_last_letter(senco):
    typed = "x" * 21_000 + " the end"
    answer = senco.post("/desk/lists/scales", data=OLD_SCALE | NEW_SCALE | {"scales-1-name": typed})
    assert answer.status_code == 422 and 'id="scales-1-name-error"' in answer.text
    assert f'value="{typed}"' in answer.text


def test_a_scale_is_added_and_the_old_one_keeps_its_id(senco, desk):
    assert 'name="scales-1-name"' in senco.get("/desk/lists/scales").text
    assert senco.post("/desk/lists/scales", data=OLD_SCALE | NEW_SCALE).status_code == 303
    old, new = lists_of(desk)["scales"]
    assert old == OLD
    assert {**new, "id": ""} == {"id": "", "name": "Mood", "least": -2, "most": 2, "labels": ["Low", "Flat"]}
    assert re.fullmatch(r"[0-9a-f-]{36}", new["id"])


def test_a_scale_whose_fields_are_emptied_leaves_the_list(senco, desk):
    assert senco.post("/desk/lists/scales", data={"scales-0-id": OLD["id"], **NEW_SCALE}).status_code == 303
    assert [scale["name"] for scale in lists_of(desk)["scales"]] == ["Mood"]


def test_nobody_gives_a_scale_an_id_of_their_own(senco, desk):
    senco.post("/desk/lists/scales", data={**NEW_SCALE, "scales-1-id": "01900000-0000-7000-8000-000000000009"})
    assert lists_of(desk)["scales"][0]["id"] != "01900000-0000-7000-8000-000000000009"


def test_each_mistake_in_a_scale_is_told_beside_its_field(senco, desk):
    wrong = {"scales-1-name": " ", "scales-1-least": "low", "scales-1-most": "3", "scales-1-labels": ""}
    answer = senco.post("/desk/lists/scales", data=OLD_SCALE | wrong)
    assert answer.status_code == 422
    for field in ("scales-1-name", "scales-1-least"):
        assert f'id="{field}-error"' in answer.text and f'href="#{field}"' in answer.text
    assert 'value="low"' in answer.text
    assert lists_of(desk)["scales"] == USUAL["scales"]


def test_half_terms_are_kept_in_their_order(senco, desk):
    rows = {
        "terms-0-name": "Spring", "terms-0-first": "2027-01-04", "terms-0-last": "2027-02-12",
        "terms-1-name": "Autumn", "terms-1-first": "2026-09-07", "terms-1-last": "2026-10-16",
    }  # fmt: skip
    assert senco.post("/desk/lists/terms", data=rows).status_code == 303
    told = [(term["name"], term["first"]) for term in lists_of(desk)["terms"] if term["name"] in ("Spring", "Autumn")]
    assert told == [("Autumn", "2026-09-07"), ("Spring", "2027-01-04")]


def test_a_half_term_that_ends_before_it_begins_is_told_beside_its_last_day(senco, desk):
    rows = {"terms-0-name": "Autumn", "terms-0-first": "2026-09-07", "terms-0-last": "2026-09-01"}
    answer = senco.post("/desk/lists/terms", data={**rows, "terms-1-name": "Spring", "terms-1-first": "soon"})
    assert answer.status_code == 422
    for field in ("terms-0-last", "terms-1-first", "terms-1-last"):
        assert f'id="{field}-error"' in answer.text, field
    assert desk.school.lists is None


def test_what_was_typed_is_never_markup(senco):
    senco.post("/desk/lists/phrases", data={"lines": "<script>x</script>"})
    senco.post("/desk/lists/scales", data={**NEW_SCALE, "scales-1-name": "<b>Mood</b>"})
    for name in ("phrases", "scales"):
        page = senco.get(f"/desk/lists/{name}").text
        assert "<script>x" not in page and "<b>Mood" not in page and "&lt;" in page


@pytest.mark.parametrize("role", ["ta", "teacher", "head", "admin", "governor"])
def test_nobody_else_opens_or_changes_them(browse, desk, role):
    client = browse(role)
    for path in ("/desk/lists", "/desk/lists/settings"):
        assert client.get(path).status_code == 403
    assert client.post("/desk/lists/settings", data={"lines": "x"}).status_code == 403
    assert lists_of(desk)["settings"] == USUAL["settings"]


def test_there_is_no_other_list(senco):
    assert senco.get("/desk/lists/poems").status_code == 404
    assert senco.post("/desk/lists/poems", data={"lines": "x"}).status_code == 404
    assert senco.delete("/desk/lists/settings").status_code == 405


def seen_in(page: str) -> str:
    found = re.search(r'name="seen" value="([0-9a-f]{64})"', page)
    assert found is not None
    return found[1]


def test_whoever_saves_second_sees_what_the_first_has_saved_before_it_is_replaced(senco, desk):
    seen = seen_in(senco.get("/desk/lists/settings").text)
    assert senco.post("/desk/lists/settings", data={"lines": "Yurt\n<Lake>", "seen": seen}).status_code == 303
    second = senco.post("/desk/lists/settings", data={"lines": "Barn", "seen": seen})
    assert second.status_code == 409 and lists_of(desk)["settings"] == ["Yurt", "<Lake>"]
    assert 'id="settings-error"' in second.text and "Somebody has changed this list" in second.text
    assert "<li>Yurt</li><li>&lt;Lake&gt;</li>" in second.text and "Barn" in second.text
    again = senco.post("/desk/lists/settings", data={"lines": "Barn\nYurt", "seen": seen_in(second.text)})
    assert again.status_code == 303 and lists_of(desk)["settings"] == ["Barn", "Yurt"]


def test_a_form_with_a_mistake_still_says_which_list_was_seen(senco, desk):
    seen = seen_in(senco.get("/desk/lists/phrases").text)
    senco.post("/desk/lists/phrases", data={"lines": "First", "seen": seen})
    wrong = senco.post("/desk/lists/phrases", data={"lines": "x" * 201, "seen": seen})
    assert wrong.status_code == 422 and seen_in(wrong.text) == seen


@pytest.mark.parametrize("name", ["scales", "terms"])
def test_scales_and_half_terms_that_somebody_changed_are_shown_too(senco, desk, name):
    seen = seen_in(senco.get(f"/desk/lists/{name}").text)
    first = OLD_SCALE | NEW_SCALE if name == "scales" else {
        "terms-0-name": "Autumn", "terms-0-first": "2026-09-07", "terms-0-last": "2026-10-16",
    }  # fmt: skip
    assert senco.post(f"/desk/lists/{name}", data={**first, "seen": seen}).status_code == 303
    second = senco.post(f"/desk/lists/{name}", data={"seen": seen})
    assert second.status_code == 409
    said = {"scales": "<li>Mood, -2 to 2: Low, Flat</li>", "terms": "<li>Autumn: 2026-09-07 to 2026-10-16</li>"}
    assert said[name] in second.text and f'href="#{name}"' in second.text


def test_the_same_list_saved_twice_is_no_clash(senco, desk):
    seen = seen_in(senco.get("/desk/lists/settings").text)
    for _ in range(2):
        assert senco.post("/desk/lists/settings", data={"lines": "Yurt", "seen": seen}).status_code == 303
