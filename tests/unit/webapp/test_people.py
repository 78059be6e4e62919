"""The administrator's pages: who gets into each, what they do, and what they say when something is wrong."""

import io
import re

import pytest

from record import access, invitations, people
from record.base import new_id
from record.pupils import SchoolClass, add_class
from record.school_settings import settings_of
from record.times import now
from tests.factories import a_person, a_pupil, a_school

ROLES = ("senco", "ta", "teacher", "head", "governor", "other_ta")
LONG = "Étienne-Maximilian Żółć-Featherstonehaugh " * 4


@pytest.fixture
def school_class(desk) -> SchoolClass:
    found = add_class(desk.session, desk.school.id, "4B")
    desk.pupil.class_id = found.id
    desk.session.commit()
    return found


@pytest.fixture
def urls(desk, school_class):
    ta = desk.people["ta"].id
    return {
        "people": "/desk/people",
        "invite": "/desk/people/invite",
        "person": f"/desk/people/{ta}",
        "link": f"/desk/people/{ta}/link",
        "leave": f"/desk/people/{ta}/leave",
        "assignments": f"/desk/people/{ta}/assignments",
        "list": "/desk/people/assignments",
        "carry out": "/desk/people/assignments/carry-out",
        "classes": "/desk/classes",
        "class": f"/desk/classes/{school_class.id}",
        "class staff": f"/desk/classes/{school_class.id}/staff",
        "settings": "/desk/settings",
    }


READING = {"people", "invite", "person", "leave", "assignments", "list", "classes", "class", "settings"}
WRITING = {"invite", "person", "link", "leave", "assignments", "list", "carry out", "classes", "class", "class staff",
           "settings"}  # fmt: skip
# What belongs to whoever says who works with whom, and not to the administrator alone.
ASSIGNING = {"people", "person", "assignments", "list", "carry out", "classes", "class", "class staff"}
SENCO_WRITES = {"assignments", "list", "carry out", "class staff"}


@pytest.mark.parametrize("name", sorted(READING))
def test_each_page_opens_for_whom_it_is_and_for_nobody_else(browse, urls, name):
    assert browse("admin").get(urls[name]).status_code == 200
    assert browse("senco").get(urls[name]).status_code == (200 if name in ASSIGNING else 403)
    for role in set(ROLES) - {"senco"}:
        assert browse(role).get(urls[name]).status_code == 403, role
    assert browse("nobody").get(urls[name]).location.startswith("/sign-in")


@pytest.mark.parametrize("name", sorted(WRITING))
def test_nobody_changes_what_is_not_theirs(browse, urls, desk, name):
    form = {"name": "Changed", "email": "c@test.school", "role": "admin", "lock_minutes": "9", "silent_days": "9"}
    for role in ROLES:
        if (role, name) == ("senco", name) and name in SENCO_WRITES:
            continue
        assert browse(role).post(urls[name], data=form).status_code == 403, role
    assert browse("nobody").post(urls[name], data=form).status_code == 401
    assert browse("admin").post(urls[name], data=form, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    desk.look_again()
    assert desk.people["ta"].name == "The ta" and desk.people["ta"].left_at is None


@pytest.mark.parametrize("name", ["link", "carry out", "class staff"])
def test_what_changes_something_is_not_done_by_following_a_link(browse, urls, name):
    assert browse("admin").get(urls[name]).status_code == 405


@pytest.mark.parametrize("url", ["people/{}", "people/{}/leave", "people/{}/assignments", "classes/{}"])
def test_people_and_classes_of_another_school_are_not_there(browse, desk, url):
    elsewhere = a_school(desk.session)
    stranger, strange = a_person(desk.session, elsewhere), add_class(desk.session, elsewhere.id, "4B")
    desk.session.commit()
    for each in (new_id(), strange.id if "classes" in url else stranger.id, "'%20OR"):
        assert browse("admin").get(f"/desk/{url.format(each)}").status_code == 404


def test_the_administrator_sees_names_to_assign_and_nothing_else_of_a_pupil(browse, urls, desk):
    for name in ("assignments", "class"):
        page = browse("admin").get(urls[name]).text
        assert "Amina Yusuf" in page
        assert not re.search("SLCN|SEN support|Sat with the group", page)
    assert browse("admin").get(f"/desk/pupils/{desk.pupil.id}").status_code in (403, 404)


# --- people ---


def invited(admin, **over):
    form = {"name": "Kelly Brennan", "email": "kelly@test.school", "role": "ta"} | over
    return admin.post("/desk/people/invite", data=form)


def test_an_invited_person_comes_in_by_the_link_that_is_shown_once(app, browse, desk):
    page = invited(browse("admin"), name=LONG[:200], email=" Kelly@Test.School")
    assert page.status_code == 200
    path = re.search(r"http://localhost(/link/[\w-]+)", page.text)[1]
    chosen = {"password": "tuesday-biscuit-otter", "repeated": "tuesday-biscuit-otter"}
    assert app.test_client().post(path, data=chosen).location == "/tablet/"
    listed = browse("admin").get("/desk/people?search=kelly").text
    assert "kelly@test.school" in listed and path not in listed
    desk.look_again()
    people.sign_in(desk.session, "kelly@test.school", "tuesday-biscuit-otter")


def test_an_invitation_sent_twice_makes_one_person(browse, desk):
    admin = browse("admin")
    assert invited(admin).status_code == 200
    again = invited(admin)
    assert again.status_code == 422 and "Somebody has this email already" in again.text


def test_a_form_keeps_what_was_typed_and_says_beside_the_field_what_is_wrong(browse):
    page = invited(browse("admin"), name="<b>Kelly</b> 🦉", email="kelly", role="king")
    assert page.status_code == 422
    assert "&lt;b&gt;Kelly&lt;/b&gt; 🦉" in page.text and 'value="kelly"' in page.text
    assert 'id="email-error"' in page.text and 'id="role-error"' in page.text and 'id="name-error"' not in page.text


TOO_LONG = "x" * 2_000 + " the end"


@pytest.mark.parametrize(
    "address, others",
    [
        ("/desk/people/invite", {"email": "kelly@test.school", "role": "ta"}),
        ("/desk/classes", {}),
        ("/desk/settings", {"lock_minutes": "5", "silent_days": "14", "work_factor": "full"}),
    ],
)
def test_a_name_that_is_far_too_long_comes_back_to_its_last_letter(browse, address, others):
    page = browse("admin").post(address, data={"name": TOO_LONG, **others})
    assert page.status_code == 422
    assert 'id="name-error"' in page.text and f'value="{TOO_LONG}"' in page.text


def test_a_person_is_changed_and_a_mistake_is_kept_on_the_page(browse, urls, desk):
    admin = browse("admin")
    wrong = admin.post(urls["person"], data={"name": "", "email": "x", "role": "ta"})
    assert wrong.status_code == 422 and 'id="name-error"' in wrong.text and 'id="email-error"' in wrong.text
    right = {"name": "Kelly", "email": "k@test.school", "role": "head"}
    assert admin.post(urls["person"], data=right).status_code == 303
    desk.look_again()
    assert (desk.people["ta"].name, desk.people["ta"].role) == ("Kelly", "head")
    assert admin.post(urls["person"], data=right).status_code == 303  # twice does no harm


def test_the_last_administrator_keeps_their_role(browse, desk):
    admin = desk.people["admin"]
    form = {"name": admin.name, "email": admin.email, "role": "ta"}
    page = browse("admin").post(f"/desk/people/{admin.id}", data=form)
    assert page.status_code == 422 and "no administrator" in page.text


def test_an_administrator_who_would_give_themselves_another_role_is_told_why_not(browse, desk):
    a_person(desk.session, desk.school, "admin")
    desk.session.commit()
    admin = desk.people["admin"]
    form = {"name": admin.name, "email": admin.email, "role": "senco"}
    page = browse("admin").post(f"/desk/people/{admin.id}", data=form)
    assert page.status_code == 422 and "own role" in page.text and 'id="role-error"' in page.text


def test_leaving_asks_first_ends_every_way_in_and_cannot_be_done_twice(browse, urls, desk):
    admin, ta, senco = browse("admin"), browse("ta"), browse("senco")
    assert "stays in the record" in admin.get(urls["leave"]).text
    desk.look_again()
    assert desk.people["ta"].left_at is None
    assert admin.post(urls["leave"]).location == "/desk/people"
    assert ta.get("/account").status_code == 302
    assert "has left" in admin.post(urls["leave"], follow_redirects=True).text
    assert "The ta" in admin.get("/desk/people?show=left").text
    assert "The ta<" not in admin.get("/desk/people").text
    assert "The ta" in senco.get(desk.note_url).text  # authorship stays


def test_a_new_link_ends_the_one_before(app, browse, urls):
    admin = browse("admin")
    first, second = (re.search(r"/link/[\w-]+", admin.post(urls["link"]).text)[0] for _ in range(2))
    assert app.test_client().get(first).status_code == 404
    assert app.test_client().get(second).status_code == 200


def test_the_list_narrows_as_somebody_types_and_says_when_nobody_matches(browse):
    admin = browse("admin")
    part = admin.get("/desk/people?search=SENCO", headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith("<section") and "The senco" in part and "The head" not in part
    assert "Nobody matches" in admin.get("/desk/people?search=zzz").text
    assert "Nobody has left" in admin.get("/desk/people?show=left").text
    assert "The head" in admin.get("/desk/people?role=head").text
    assert admin.get("/desk/people?role=king&search=%00%25_'").status_code == 200


# --- classes and assignments ---


def test_ticks_are_exactly_what_a_person_gets(browse, urls, desk, school_class):
    other = a_pupil(desk.session, desk.school, given_name="Leo", family_name="Hart")
    desk.session.commit()
    for browser in (browse("admin"), browse("senco")):
        assert browser.post(urls["assignments"], data={"pupils": [other.id]}).status_code == 303
        desk.look_again()
        assert access.visible_pupil_ids(desk.session, desk.people["ta"]) == {other.id}
        browser.post(urls["assignments"], data={"classes": [school_class.id]})
        desk.look_again()
        assert access.visible_pupil_ids(desk.session, desk.people["ta"]) == {desk.pupil.id}


def test_a_pupil_who_is_not_there_is_not_given_and_the_ticks_stay(browse, urls, desk, school_class):
    stranger = a_pupil(desk.session, a_school(desk.session))
    desk.session.commit()
    page = browse("admin").post(urls["assignments"], data={"pupils": [stranger.id], "classes": [school_class.id]})
    assert page.status_code == 422 and "not there any more" in page.text
    assert re.search(rf'value="{school_class.id}" checked', page.text)
    desk.look_again()
    assert access.visible_pupil_ids(desk.session, desk.people["ta"]) == {desk.pupil.id}


def test_a_role_that_sees_every_pupil_is_given_none(browse, desk):
    url = f"/desk/people/{desk.people['head'].id}/assignments"
    assert "follows from the role" in browse("admin").get(url).text
    assert browse("admin").post(url, data={"pupils": [desk.pupil.id]}).status_code == 422


def test_a_class_is_added_renamed_and_given(browse, urls, desk, school_class):
    admin = browse("admin")
    assert admin.post("/desk/classes", data={"name": "5A"}).status_code == 303
    twice = admin.post("/desk/classes", data={"name": " 5a "})
    assert twice.status_code == 422 and "of this name already" in twice.text and 'value="5a"' in twice.text
    assert admin.post(urls["class"], data={"name": "Owls"}).status_code == 303
    assert admin.post(urls["class"], data={"name": "x" * 60}).status_code == 422
    admin.post(urls["class staff"], data={"staff": [desk.people["other_ta"].id]})
    assert "Owls" in admin.get("/desk/classes").text and "The other TA" in admin.get("/desk/classes").text
    desk.look_again()
    assert access.visible_pupil_ids(desk.session, desk.people["other_ta"]) == {desk.pupil.id}
    assert admin.post(urls["class staff"], data={"staff": [desk.people["head"].id]}).status_code == 422


def upload(browser, raw):
    return browser.post("/desk/people/assignments", data={"file": (io.BytesIO(raw), "list.csv")})


@pytest.mark.parametrize(
    ("separator", "encoding"),
    [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), (";", "cp1252")],
)
def test_a_list_is_read_as_any_program_writes_it_shown_and_then_carried_out(browse, desk, separator, encoding):
    zoe = a_pupil(desk.session, desk.school, given_name="Zoë", family_name="Müller")
    desk.session.commit()
    rows = [
        ["Email", "Pupil", "Class"],
        [desk.people["other_ta"].email, "Zoë Müller", ""],
        [],
        ["x@y.school", "Nobody", ""],
    ]
    raw = "\r\n".join(separator.join(row) for row in rows).encode(encoding)
    admin = browse("admin")
    page = upload(admin, raw)
    assert page.status_code == 200
    assert "1 assignment to make, 1 line cannot be used" in page.text
    assert "Line 4" in page.text and "Nobody here has this email. There is no pupil of this name" in page.text
    desk.look_again()
    assert access.visible_pupil_ids(desk.session, desk.people["other_ta"]) == set()
    text = raw.decode("utf-8-sig" if encoding == "utf-8-sig" else encoding)
    for words in ("1 assignment made", "0 assignments made"):  # twice does no harm
        done = admin.post("/desk/people/assignments/carry-out", data={"text": text}, follow_redirects=True)
        assert words in done.text
    desk.look_again()
    assert access.visible_pupil_ids(desk.session, desk.people["other_ta"]) == {zoe.id}


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "Choose a CSV file"),
        (b"\n\n", "The file is empty"),
        (b"name,pupil\na,b", "The first line must name the columns"),
        (b"email\na@b.c", "The first line must name the columns"),
        (b"PK\x03\x04\x00\x00", "This is not a CSV file"),
        (b"email,pupil\n" + b"x" * 300_000, "larger than 256 KB"),
        (b"email,pupil\n" + b"a,b\n" * 5_001, "more than 5,000 lines"),
        (b'email,pupil\n"a,' + b"b" * 200_000, "cannot be read"),
        (b"email,pupil\n\x81\x8d", "letters cannot be read"),
    ],
)
def test_a_file_that_is_no_list_says_why(browse, raw, words):
    page = upload(browse("admin"), raw)
    assert page.status_code == 422 and words in page.text and 'aria-invalid="true"' in page.text


def test_what_is_in_a_list_is_shown_as_text(browse):
    page = upload(browse("admin"), b"email,pupil\n<script>x</script>,</textarea><b>\n").text
    assert "<script>x" not in page and "</textarea><b>" not in page


# --- settings ---


def test_settings_are_changed_and_a_mistake_is_kept_on_the_page(browse, desk):
    admin = browse("admin")
    right = {
        "name": "Wrenfold",
        "lock_minutes": "10",
        "silent_days": "14",
        "sign_in_domain": "@Wrenfold.sch.uk",
        "work_factor": "full",
    }
    assert admin.post("/desk/settings", data=right).location == "/desk/settings"
    desk.look_again()
    found = settings_of(desk.session, desk.school.id)
    assert vars(found) == {
        "name": "Wrenfold",
        "lock_minutes": 10,
        "silent_days": 14,
        "sign_in_domain": "wrenfold.sch.uk",
        "work_factor": "full",
    }
    for wrong in (
        {"lock_minutes": "five"},
        {"silent_days": "٣"},
        {"name": " "},
        {"sign_in_domain": "x"},
        {"work_factor": "none"},
        {"lock_minutes": "9" * 99},
    ):
        page = admin.post("/desk/settings", data=right | wrong)
        [field] = wrong
        assert page.status_code == 422 and f'id="{field}-error"' in page.text
    desk.look_again()
    assert settings_of(desk.session, desk.school.id) == found


def test_invitations_that_ran_out_are_seen_in_the_list(browse, desk):
    invited(browse("admin"))
    assert "Invited" in browse("admin").get("/desk/people?search=kelly").text
    desk.look_again()
    person = people.person_with_email(desk.session, "kelly@test.school")
    invitations.cancel(desk.session, person, now())
    desk.session.commit()
    assert "Invitation ran out" in browse("admin").get("/desk/people?search=kelly").text
