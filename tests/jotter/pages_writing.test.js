// What the worker answers to notes and drafts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { UNDO_MS } from "../../webapp/static/jotter/store/drafts.js";
import { Shelf } from "../../webapp/static/jotter/store/shelf.js";
import { fieldValue } from "./browser.js";
import { emptyMeeting, filledNote, NEW_MEETING, NEW_NOTE, school, valueId } from "./school.js";
import { notes, PUPIL, TA, unlock } from "./world.js";

test("a saved note is the first of the recent notes: waiting, and synced once acknowledged", async () => {
  const { browser, tablet } = await school();
  const saved = await browser.post(NEW_NOTE, await filledNote(browser));
  assert.deepEqual([saved.status, saved.headers.get("Location")], [303, `/tablet/pupils/${PUPIL}?said=saved`]);
  const before = (await browser.get(`/tablet/pupils/${PUPIL}?said=saved`)).html;
  assert.match(before, /Saved on this tablet/);
  assert.match(before, /Asked Ben to pass the glue\./);
  assert.match(before, /mark-waiting">Waiting</);
  await tablet.sync.run("saved");
  assert.match((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /mark-synced">Synced</);
});

test("a note sent by htmx is answered with the pupil's page itself", async () => {
  const { browser } = await school({ is_htmx: true });
  const plain = (await school()).browser;
  const { status, headers, html } = await browser.post(NEW_NOTE, await filledNote(plain));
  assert.deepEqual([status, headers.get("X-Jotter-Address")], [200, `/tablet/pupils/${PUPIL}`]);
  assert.match(html, /Asked Ben to pass the glue\./);
  assert.doesNotMatch(html, /<html/);
  assert.match(html, /hx-swap-oob="innerHTML:#sync-status"><span[^>]*>1 waiting/);
});

test("what was done is said aloud once: by a whole page's own words, or by the place that stands beside what is swapped", async () => {
  const path = `/tablet/pupils/${PUPIL}?said=saved`;
  const whole = (await (await school()).browser.get(path)).html;
  assert.match(whole, /<p role="status" aria-label="Done">Saved/);
  assert.match(whole, /<\/main>\s*<p class="visually-hidden" role="status" id="said"><\/p>/);
  const part = (await (await school({ is_htmx: true })).browser.get(path)).html;
  assert.match(part, /<p role="status" aria-label="Done" aria-live="off">Saved/);
  assert.doesNotMatch(part, /id="said"/);
});

test("a note with a wrong clock three days behind still stands first while it waits", async () => {
  const { browser, tablet, record } = await school();
  record.publish("observation", "o-1", {
    pupil_id: PUPIL,
    text: "Earlier",
    instrument: "narrative",
    recorded_at: "2026-11-24T09:00:00.000Z",
  });
  await tablet.sync.run("tick");
  tablet.clock.now -= 3 * 24 * 60 * 60 * 1000;
  await unlock(tablet, TA);
  await browser.post(NEW_NOTE, await filledNote(browser));
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
  assert.ok(html.indexOf("Asked Ben") < html.indexOf("Earlier"));
});

test("an empty note is refused beside its field, and everything typed is kept", async () => {
  const { browser, tablet } = await school();
  const { status, html } = await browser.post(NEW_NOTE, await filledNote(browser, { text: "  ", setting: 'Hall "B"' }));
  assert.equal(status, 422);
  assert.match(html, /id="text-error">Write what you saw</);
  assert.equal(fieldValue(html, "setting"), "Hall &quot;B&quot;");
  assert.equal(await tablet.outbox.countAll(), 0);
});

test("a time that is none, or in the future, is refused", async () => {
  const { browser } = await school();
  for (const when of ["", "yesterday", "2026-13-45T10:00", "2026-11-25T10:00"]) {
    const { status, html } = await browser.post(NEW_NOTE, await filledNote(browser, { when }));
    assert.equal(status, 422, when);
    assert.match(html, /id="when-error"/);
  }
});

test("markup, emoji, right-to-left and 20,000 characters are kept and shown as text", async () => {
  const { browser, tablet } = await school();
  for (const text of ['<script>alert(1)</script> & "quoted"', "👩🏽‍🏫 قال مرحبا", "ä".repeat(20_000)]) {
    const { status } = await browser.post(NEW_NOTE, await filledNote(browser, { text }));
    assert.equal(status, 303);
    assert.equal((await notes(tablet))[0].entry.body.text, text);
  }
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
  assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  assert.doesNotMatch(html, /<script>alert/);
});

test("20,001 characters are refused, and not one is lost", async () => {
  const { browser } = await school();
  const { status, html } = await browser.post(NEW_NOTE, await filledNote(browser, { text: "x".repeat(20_001) }));
  assert.equal(status, 422);
  assert.match(html, /20,001 characters/);
  assert.ok(html.includes("x".repeat(20_001)));
});

test("an emoji is one character, as the record counts", async () => {
  const { browser, tablet } = await school();
  const most = "\u{1F9D1}".repeat(20_000);
  assert.equal((await browser.post(NEW_NOTE, await filledNote(browser, { text: most }))).status, 303);
  assert.equal((await notes(tablet))[0].entry.body.text, most);
  const { status, html } = await browser.post(NEW_NOTE, await filledNote(browser, { text: `${most}!` }));
  assert.equal(status, 422);
  assert.match(html, /20,001 characters/);
});

test("sending the same form twice makes one note", async () => {
  const { browser, tablet } = await school();
  const fields = await filledNote(browser);
  await browser.post(NEW_NOTE, fields);
  await browser.post(NEW_NOTE, fields);
  assert.equal(await tablet.outbox.countAll(), 1);
});

test("on a full tablet the person is told and the words come back", async () => {
  const { browser, tablet } = await school();
  const fields = await filledNote(browser);
  const { run } = tablet.device.database;
  tablet.device.database.run = function (stores, mode, ...rest) {
    if (stores.includes("outbox") && mode === "readwrite") throw new DOMException("full", "QuotaExceededError");
    return run.call(this, stores, mode, ...rest);
  };
  const { status, html } = await browser.post(NEW_NOTE, fields);
  assert.equal(status, 507);
  assert.match(html, /Not saved: this tablet is full/);
  assert.match(html, /Asked Ben to pass the glue\./);
});

test("a note about a pupil who has just left the list is saved all the same", async () => {
  const { browser, tablet, record } = await school();
  const fields = await filledNote(browser);
  record.publish("pupil", PUPIL, null, { gone: true });
  await tablet.sync.run("tick");
  const { headers } = await browser.post(NEW_NOTE, fields);
  assert.equal(headers.get("Location"), "/tablet/?said=saved");
  assert.equal(await tablet.outbox.countAll(), 1);
  assert.equal((await browser.get(`/tablet/pupils/${PUPIL}`)).status, 404);
});

test("what is saved does not look unsaved because nobody can say where to go from there", async (t) => {
  const { browser, tablet } = await school();
  const note = await filledNote(browser);
  const meeting = await emptyMeeting(browser);
  t.mock.method(Shelf.prototype, "has", () => Promise.reject(new Error("the store did not answer")));
  assert.equal((await browser.post(NEW_NOTE, note)).headers.get("Location"), "/tablet/?said=saved");
  const held = await browser.post(NEW_MEETING, { ...meeting, do: "save-draft" });
  assert.equal(held.headers.get("Location"), "/tablet/?said=draft");
  assert.equal(await tablet.outbox.countAll(), 2);
});

test("a draft is offered on the pupil's page, holds what was typed, and is gone once saved", async () => {
  const { browser } = await school();
  const fields = await filledNote(browser, { text: "Half a sen" });
  const draft = { ...fields, draft_kind: "observation", pupil_id: PUPIL };
  assert.equal(JSON.parse((await browser.post("/tablet/drafts", draft)).html).is_kept, true);
  const [, link] = (await browser.get(`/tablet/pupils/${PUPIL}`)).html.match(/href="([^"]*)">Continue draft</);
  const form = (await browser.get(link)).html;
  assert.match(form, /Half a sen<\/textarea>/);
  await browser.post(NEW_NOTE, {
    ...fields,
    entry_id: fieldValue(form, "entry_id"),
    text: "Half a sentence, now whole.",
  });
  assert.doesNotMatch((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /Continue draft/);
});

test("half an answer is kept as a draft, found again at its question, and gone once it is sent", async () => {
  const { browser, tablet, record } = await school();
  const question = { pupil_id: PUPIL, entry_id: "o", text: "Before lunch?", asked_at: "2026-11-24T08:00:00.000Z" };
  record.publish("question", valueId(9), { ...question, entry_kind: "observation", answer: null });
  await tablet.sync.run("tick");
  const address = `/tablet/questions/${valueId(9)}`;
  const form = (await browser.get(address)).html;
  const given = Object.fromEntries(
    ["entry_id", "pupil_id", "question_id"].map((name) => [name, fieldValue(form, name)]),
  );
  const kept = await browser.post("/tablet/drafts", { ...given, text: "Yes, at half", draft_kind: "answer" });
  assert.equal(JSON.parse(kept.html).is_kept, true);
  const [, link] = (await browser.get("/tablet/")).html.match(/href="([^"]*)">Continue draft</);
  assert.equal(link, `${address}?draft=${given.entry_id}`);
  const again = (await browser.get(address)).html;
  assert.match(again, /Yes, at half<\/textarea>/);
  assert.equal(fieldValue(again, "entry_id"), given.entry_id);
  await browser.post(address, { ...given, text: "Yes, at half past eleven." });
  assert.doesNotMatch((await browser.get("/tablet/")).html, /Continue draft/);
});

test("a draft that arrives after its note was saved is not kept", async () => {
  const { browser } = await school();
  const fields = await filledNote(browser);
  await browser.post(NEW_NOTE, fields);
  await browser.post("/tablet/drafts", { ...fields, draft_kind: "observation", pupil_id: PUPIL });
  assert.doesNotMatch((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /Continue draft/);
});

test("a form in which nothing was typed leaves no draft", async () => {
  const { browser } = await school();
  const fields = await filledNote(browser, { text: "", setting: "" });
  await browser.post("/tablet/drafts", { ...fields, draft_kind: "observation", pupil_id: PUPIL });
  assert.doesNotMatch((await browser.get("/tablet/")).html, /Continue draft/);
});

test("each new observation is a draft of its own: two about one pupil are both kept and offered", async () => {
  const { browser } = await school();
  for (const text of ["First half", "Second half"]) {
    const fields = await filledNote(browser, { text });
    await browser.post("/tablet/drafts", { ...fields, draft_kind: "observation", pupil_id: PUPIL });
  }
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
  const links = [...html.matchAll(/href="([^"]*)">Continue draft</g)].map(([, link]) => link);
  assert.equal(links.length, 2);
  const forms = await Promise.all(links.map(async (link) => (await browser.get(link)).html));
  for (const text of ["First half", "Second half"])
    assert.ok(forms.some((form) => form.includes(`${text}</textarea>`)));
});

test("what is held of an entry is looked up once for a form that saves it, and for no other", async () => {
  const { tablet, browser } = await school();
  let times = 0;
  const lookUp = tablet.lookUp.bind(tablet);
  tablet.lookUp = (ids) => {
    times += 1;
    return lookUp(ids);
  };
  const fields = await filledNote(browser);
  await browser.post("/tablet/drafts", { ...fields, draft_kind: "observation", pupil_id: PUPIL });
  await browser.post(NEW_NOTE.replace("new", "kind"), fields);
  assert.equal(times, 0);
  assert.equal((await browser.post(NEW_NOTE, fields)).status, 303);
  assert.equal(times, 1);
});

test("a draft can be discarded from its form; a form just opened has nothing to discard", async () => {
  const { browser } = await school();
  assert.match((await browser.get(NEW_NOTE)).html, /data-discard hidden>/);
  const fields = await filledNote(browser, { text: "Half" });
  await browser.post("/tablet/drafts", { ...fields, draft_kind: "observation", pupil_id: PUPIL });
  const { html } = await browser.get(`${NEW_NOTE}?draft=${fields.entry_id}`);
  assert.match(html, /data-discard>\s*<button[^>]*>Discard draft</);
  const [, action] = html.match(/class="discard" method="post" action="([^"]*)"/);
  await browser.post(action, {});
  assert.doesNotMatch((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /Continue draft/);
});

test("a draft that was thrown away by a slip comes back for an hour, and its page does not bring it back by itself", async () => {
  const { browser, tablet } = await school();
  const fields = await filledNote(browser, { text: "Half" });
  const draft = { ...fields, draft_kind: "observation", pupil_id: PUPIL, draft_page: "p", draft_number: "1" };
  const pupil = `/tablet/pupils/${PUPIL}`;
  await browser.post("/tablet/drafts", draft);
  const thrown = await browser.post(`/tablet/drafts/${fields.entry_id}/discard`, {});
  const { html } = await browser.get(thrown.headers.get("Location"));
  const [, undo] = html.match(/action="(\/tablet\/drafts\/[^"]*\/restore)"/);
  await browser.post("/tablet/drafts", { ...draft, draft_number: "2" });
  assert.doesNotMatch((await browser.get(pupil)).html, /Continue draft/, "a late keystroke is none");
  await browser.post(undo, {});
  assert.match((await browser.get(pupil)).html, /Continue draft/);
  assert.match((await browser.get(`${NEW_NOTE}?draft=${fields.entry_id}`)).html, /Half<\/textarea>/);
  await browser.post(`/tablet/drafts/${fields.entry_id}/discard`, {});
  tablet.clock.now += UNDO_MS;
  await unlock(tablet, TA);
  const later = await filledNote(browser, { text: "Later" });
  await browser.post("/tablet/drafts", { ...later, draft_kind: "observation", pupil_id: PUPIL });
  await browser.post(`/tablet/drafts/${later.entry_id}/discard`, {});
  await browser.post(undo, {});
  assert.doesNotMatch((await browser.get(pupil)).html, /Continue draft/);
});

test("lines end in LF, in words and in what was measured", async () => {
  const { browser, tablet } = await school();
  const abc = { instrument: "abc", behaviour: "Ran\r\nout", antecedent_text: "a\rb", consequence_text: "c\r\nd" };
  const fields = await filledNote(browser, { ...abc, text: "One\r\nTwo\rThree", setting: "Hall\r\nB" });
  const { status, html } = await browser.post(NEW_NOTE, fields);
  assert.equal(status, 303, html);
  const [{ entry }] = await notes(tablet);
  assert.doesNotMatch(JSON.stringify(entry.body), /\\r/);
  assert.equal(entry.body.text, "One\nTwo\nThree");
});
