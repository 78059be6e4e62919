// What the worker answers to the forms of the instruments: kept, changed, repeated, for one pupil and for several.

import assert from "node:assert/strict";
import { test } from "node:test";
import { momentGroups } from "../../webapp/static/jotter/pages/moment.js";
import { fieldValue } from "./browser.js";
import { add, own } from "./photo_notes.js";
import { filledNote, NEW_NOTE, school, valueId } from "./school.js";
import { notes, PUPIL, TA } from "./world.js";

const MATE = valueId(5);
const KIND = NEW_NOTE.replace("/new", "/kind");
const ALSO = NEW_NOTE.replace("/new", "/also");
const COUNT = { instrument: "frequency", text: "", behaviour: "Calls out", count: "4" };
const LISTS = {
  behaviours: ["Calls out"],
  settings: ["Forest school"],
  phrases: ["Worked by themselves."],
  scales: [],
};

async function classOfTwo() {
  const { browser, tablet, record } = await school();
  record.publish("pupil", MATE, { given_name: "Grace", family_name: "Osei", year_group: "3", class_name: "Oak" });
  record.publish("school", valueId(6), { name: "Wrenfold", lock_minutes: 5, silent_days: 30, lists: LISTS });
  await tablet.sync.run("tick");
  return { browser, tablet, record };
}

const draftOf = (fields) => ({ ...fields, draft_kind: "observation", pupil_id: PUPIL });
const isKept = ({ html }) => JSON.parse(html).is_kept;

async function continued(browser) {
  const [, link] = (await browser.get(`/tablet/pupils/${PUPIL}`)).html.match(/href="([^"]*)">Continue draft</);
  return (await browser.get(link)).html;
}

test("a count is saved without a word, and its body says what was measured", async () => {
  const { browser, tablet } = await school();
  const { status } = await browser.post(NEW_NOTE, await filledNote(browser, COUNT));
  assert.equal(status, 303);
  const [{ entry }] = await notes(tablet);
  assert.deepEqual([entry.body.instrument, entry.body.measures], ["frequency", { behaviour: "Calls out", count: 4 }]);
  assert.equal(entry.body.group_id, null);
});

test("an impossible count is refused beside its field, as it was typed", async () => {
  const { browser, tablet } = await school();
  const { status, html } = await browser.post(NEW_NOTE, await filledNote(browser, { ...COUNT, count: "a dozen" }));
  assert.equal(status, 422);
  assert.match(html, /id="count-error">Count is a whole number/);
  assert.equal(fieldValue(html, "count"), "a dozen");
  assert.equal(await tablet.outbox.countAll(), 0);
});

test("choosing another kind keeps the words, the draft's id and what was counted, and brings it back", async () => {
  const { browser } = await school();
  const typed = await filledNote(browser, { ...COUNT, text: "By the window", taps: "1795515300000" });
  const { status, html } = await browser.post(KIND, { ...typed, instrument: "duration" });
  assert.equal(status, 200);
  assert.match(html, /<jotter-stopwatch/);
  assert.equal(fieldValue(html, "entry_id"), typed.entry_id);
  assert.match(html, /By the window<\/textarea>/);
  assert.match(html, /<input type="hidden" name="count" value="4">/);
  const back = await browser.post(KIND, { ...typed, instrument: "frequency" });
  assert.equal(fieldValue(back.html, "taps"), "1795515300000");
});

test("a draft keeps every field of a running clock, and a note that is saved has none", async () => {
  const { browser, tablet } = await school();
  const spells = `${tablet.clock.now - 9000}-`;
  const fields = await filledNote(browser, { instrument: "duration", text: "", spells, behaviour: "On task" });
  assert.equal(isKept(await browser.post("/tablet/drafts", draftOf(fields))), true);
  const html = await continued(browser);
  assert.deepEqual([fieldValue(html, "spells"), fieldValue(html, "behaviour")], [spells, "On task"]);
  assert.match(html, /<jotter-stopwatch/);
  await browser.post(NEW_NOTE, fields);
  assert.doesNotMatch((await browser.get("/tablet/")).html, /Continue draft/);
});

test("a draft of an older build, which knew of words alone, is opened and saved", async () => {
  const { browser, tablet } = await school();
  const { entry_id, when, now } = await filledNote(browser);
  const older = { entry_id, text: "Half a sen", when, now, setting: "Trip", instrument: "narrative", outcomes: [] };
  const { drafts } = await tablet.present();
  await drafts.keep({ id: entry_id, kind: "observation", pupil_id: PUPIL, fields: older }, tablet.clock.now);
  const html = await continued(browser);
  assert.match(html, /Half a sen<\/textarea>/);
  assert.equal(fieldValue(html, "entry_id"), entry_id);
  const { status } = await browser.post(NEW_NOTE, { ...older, text: "Half a sentence." });
  assert.equal(status, 303);
  assert.equal((await notes(tablet))[0].entry.body.text, "Half a sentence.");
});

test("of two drafts on their way at once the later one stands, whichever comes first", async () => {
  const { browser } = await school();
  const fields = await filledNote(browser, COUNT);
  const sent = (count, number, page = "p1") =>
    draftOf({ ...fields, count, draft_page: page, draft_number: String(number) });
  await browser.post("/tablet/drafts", sent("8", 8));
  await browser.post("/tablet/drafts", sent("7", 7));
  assert.equal(fieldValue(await continued(browser), "count"), "8");
  await browser.post("/tablet/drafts", sent("9", 1, "a page opened later"));
  assert.equal(fieldValue(await continued(browser), "count"), "9");
});

test("a kind that a newer build's draft names is asked for again, and nothing of the words is lost", async () => {
  const { browser, tablet } = await school();
  const { status, html } = await browser.post(NEW_NOTE, await filledNote(browser, { instrument: "hologram" }));
  assert.equal(status, 422);
  assert.match(html, /id="instrument-error">Choose a kind/);
  assert.match(html, /Asked Ben to pass the glue\./);
  assert.equal(await tablet.outbox.countAll(), 0);
});

test("the same observation for others is one note each, together or not at all, and twice is once", async () => {
  const { browser, tablet } = await classOfTwo();
  const { html } = await browser.get(ALSO);
  assert.match(html, /Grace Osei/);
  const [, also] = html.match(/name="also" value="([^"]*)"/);
  const outcomes = "01900000-0000-7000-8000-00000000bbbb";
  const fields = await filledNote(browser, { ...COUNT, also, outcomes, group_id: valueId(7) });
  for (let time = 0; time < 2; time++) assert.equal((await browser.post(NEW_NOTE, fields)).status, 303);
  assert.equal(await tablet.outbox.countAll(), 2);
  const bodies = (await tablet.outbox.through((await tablet.vault.opened()).cover).list(TA.id)).map(
    (row) => row.entry.body,
  );
  assert.deepEqual(new Set(bodies.map(({ pupil_id }) => pupil_id)), new Set([PUPIL, MATE]));
  for (const body of bodies) assert.deepEqual([body.group_id, body.measures.count], [valueId(7), 4]);
  assert.deepEqual(bodies.find(({ pupil_id }) => pupil_id === MATE).outcome_ids, []);
});

test("the photos of a group's note are named by each of its copies, and go once", async () => {
  const { browser, tablet, record } = await classOfTwo();
  const [, also] = (await browser.get(ALSO)).html.match(/name="also" value="([^"]*)"/);
  const fields = await filledNote(browser, { ...COUNT, also, group_id: valueId(7) });
  assert.deepEqual(await add(tablet, fields.entry_id), {});
  for (let time = 0; time < 2; time++) assert.equal((await browser.post(NEW_NOTE, fields)).status, 303);
  const rows = await tablet.outbox.through((await tablet.vault.opened()).cover).list(TA.id);
  const [{ id }] = await own(tablet, fields.entry_id);
  assert.deepEqual(
    rows.map(({ entry }) => entry.body.attachment_ids),
    [[id], [id]],
  );
  for (const { entry } of rows) assert.equal(entry.body.attachments[0].id, id, "signed by each");
  await tablet.sync.run("saved");
  assert.deepEqual([...record.attachments.keys()], [id]);
});

test("when a tablet has no room for the last of a group, none of them is saved", async () => {
  const { browser, tablet } = await classOfTwo();
  const [, also] = (await browser.get(ALSO)).html.match(/name="also" value="([^"]*)"/);
  const fields = await filledNote(browser, { ...COUNT, also, group_id: valueId(7) });
  const { run } = tablet.device.database;
  let writes = 0;
  tablet.device.database.run = function (stores, mode, work, ...rest) {
    if (!(stores.includes("outbox") && mode === "readwrite")) return run.call(this, stores, mode, work, ...rest);
    const failing = (tx) => {
      const store = tx.objectStore("revisions");
      const { add } = store;
      store.add = (row) => {
        if (++writes === 2) return Promise.reject(new DOMException("full", "QuotaExceededError"));
        return add.call(store, row);
      };
      return work({ objectStore: (name) => (name === "revisions" ? store : tx.objectStore(name)) });
    };
    return run.call(this, stores, mode, failing, ...rest);
  };
  assert.equal((await browser.post(NEW_NOTE, fields)).status, 507);
  assert.equal(writes, 2);
  assert.equal(await tablet.outbox.countAll(), 0);
  tablet.device.database.run = run;
  assert.equal((await browser.post(NEW_NOTE, fields)).status, 303);
  assert.equal(await tablet.outbox.countAll(), 2);
});

test("the school's lists are offered; a tablet that has not heard of them offers what it knows", async () => {
  const before = (await school()).browser;
  assert.match((await before.get(NEW_NOTE)).html, /<option value="Playground">/);
  const { browser } = await classOfTwo();
  const { html } = await browser.get(`${NEW_NOTE}?instrument=frequency`);
  for (const words of [
    /<option value="Forest school">/,
    /data-fills="behaviour">Calls out</,
    /data-inserts="text">Worked/,
  ])
    assert.match(html, words);
});

test("the next count begins with the last one's behaviour; repeat last with its kind, setting and outcomes too", async () => {
  const { browser, tablet } = await school();
  const outcomes = "01900000-0000-7000-8000-00000000bbbb";
  await browser.post(NEW_NOTE, await filledNote(browser, { ...COUNT, setting: "Lunch hall", outcomes }));
  tablet.clock.now += 60_000;
  const count = (await browser.get(`${NEW_NOTE}?instrument=frequency`)).html;
  assert.deepEqual([fieldValue(count, "behaviour"), fieldValue(count, "count")], ["Calls out", "0"]);
  assert.equal(fieldValue(count, "setting"), "");
  const pupil = (await browser.get(`/tablet/pupils/${PUPIL}`)).html;
  const [, link] = pupil.match(/href="([^"]*)">Repeat last: Frequency</);
  const repeated = (await browser.get(link)).html;
  assert.match(repeated, /<option value="frequency" selected>/);
  assert.deepEqual([fieldValue(repeated, "behaviour"), fieldValue(repeated, "setting")], ["Calls out", "Lunch hall"]);
  assert.match(repeated, new RegExp(`value="${outcomes}" checked`));
  assert.notEqual(fieldValue(repeated, "entry_id"), fieldValue(count, "entry_id"));
});

test("what a colleague noted fills in nothing", async () => {
  const { browser, tablet, record } = await school();
  const theirs = { pupil_id: PUPIL, instrument: "frequency", text: "", measures: { behaviour: "Hums", count: 2 } };
  record.publish("observation", valueId(8), {
    ...theirs,
    author_id: valueId(9),
    recorded_at: "2026-11-24T09:00:00.000Z",
  });
  await tablet.sync.run("tick");
  assert.equal(fieldValue((await browser.get(`${NEW_NOTE}?instrument=frequency`)).html, "behaviour"), "");
  assert.doesNotMatch((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /Repeat last/);
});

test("an explanation is open until it was used once or closed, and can be asked for again", async () => {
  const { browser } = await school();
  const isOpen = async (name) =>
    /<details[^>]*data-help="[^"]*" open/.test((await browser.get(`${NEW_NOTE}?instrument=${name}`)).html);
  assert.equal(await isOpen("frequency"), true);
  await browser.post(NEW_NOTE, await filledNote(browser, COUNT));
  assert.deepEqual([await isOpen("frequency"), await isOpen("abc")], [false, true]);
  await browser.post("/tablet/help", { instrument: "abc", is_open: "no" });
  assert.equal(await isOpen("abc"), false);
  await browser.post("/tablet/help", { instrument: "abc", is_open: "yes" });
  assert.equal(await isOpen("abc"), true);
  await browser.post("/tablet/settings", { do: "explain", hand: "right" });
  assert.equal(await isOpen("frequency"), true);
});

test("the hand that taps is a person's own, on this tablet", async () => {
  const { browser } = await school();
  assert.match((await browser.get("/tablet/")).html, /data-hand="right"/);
  await browser.post("/tablet/settings", { hand: "left" });
  assert.match((await browser.get("/tablet/")).html, /data-hand="left"/);
  await browser.post("/tablet/settings", { hand: "third" });
  assert.match((await browser.get("/tablet/settings")).html, /value="left" checked/);
});

test("the pupils of the moment come first, and every pupil is shown once", () => {
  const HOUR = 60 * 60 * 1000;
  const now = 1000 * HOUR;
  const pupil = (id, class_name) => ({ id, body: { class_name } });
  const pupils = [pupil("a", "Ash"), pupil("b", "Oak"), pupil("c", "Oak"), pupil("d", "Ash"), pupil("e", "Fir")];
  const ids = (written) =>
    momentGroups(pupils, written, now).map((group) => [group.title, group.pupils.map(({ id }) => id).join("")]);
  assert.deepEqual(ids([]), [["Everybody else", "abcde"]]);
  const written = [
    { pupil_id: "b", order: -(now - HOUR) },
    { pupil_id: "d", order: -(now - HOUR * 30) },
    { pupil_id: "e", order: -(now - HOUR * 24 * 8) },
  ];
  assert.deepEqual(ids(written), [
    ["Lately", "bd"],
    ["In Oak", "c"],
    ["Everybody else", "ae"],
  ]);
  assert.deepEqual(ids([{ ...written[0], order: -(now - HOUR * 3) }])[1], ["Everybody else", "acde"]);
});

test("Today names whom this person wrote about lately, with quick ways to the next note", async () => {
  const { browser } = await classOfTwo();
  assert.doesNotMatch((await browser.get("/tablet/")).html, /Lately/);
  await browser.post(NEW_NOTE, await filledNote(browser, COUNT));
  const { html } = await browser.get("/tablet/");
  assert.match(html, /<h3>Lately<\/h3>/);
  assert.match(html, /<h3>In Oak<\/h3>/);
  assert.match(html, /instrument=frequency" aria-describedby="pupil-[^"]*">Count</);
  assert.ok(html.indexOf("Leo Hart") < html.indexOf("Grace Osei"));
});
