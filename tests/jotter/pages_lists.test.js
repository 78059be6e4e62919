// What lists show once the record has had its say: filed, let go of, or too many to see at once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { filledNote, NEW_NOTE, school } from "./school.js";
import { PUPIL, writeNote } from "./world.js";

const PUPIL_PAGE = `/tablet/pupils/${PUPIL}`;

/** What the record makes of a note it has filed: the document of the same id. */
async function filed({ record, tablet }) {
  const [entry] = record.entries.values();
  record.publish("observation", entry.id, { ...entry.body, recorded_at: entry.recorded_at, author_id: "x" });
  await tablet.sync.run("tick");
  return entry.id;
}

test("a note in quarantine that the SENCO has filed has nothing left to sort out", async () => {
  const here = await school();
  here.record.statusOf = () => "quarantined";
  await here.browser.post(NEW_NOTE, await filledNote(here.browser));
  await here.tablet.sync.run("saved");
  assert.match((await here.browser.get("/tablet/outbox")).html, /With the SENCO to sort out/);
  await filed(here);
  for (const path of ["/tablet/outbox", PUPIL_PAGE])
    assert.doesNotMatch((await here.browser.get(path)).html, /With the SENCO to sort out/);
});

test("a record in trouble is named in the Outbox, and forgotten once it takes what waits", async () => {
  const here = await school();
  here.record.refuses = () => new Response("{}", { status: 500, headers: { "X-Jotter-Protocol": "1" } });
  await here.browser.post(NEW_NOTE, await filledNote(here.browser));
  await here.tablet.sync.run("saved");
  assert.match((await here.browser.get("/tablet/outbox")).html, /record is in trouble just now/);
  here.record.refuses = () => null;
  here.tablet.clock.now += 10 * 60_000;
  await here.tablet.sync.run("tick");
  assert.equal(await here.tablet.outbox.countAll(), 0);
});

test("a note that the record has let go of since leaves the list", async () => {
  const here = await school();
  await here.browser.post(NEW_NOTE, await filledNote(here.browser));
  await here.tablet.sync.run("saved");
  const id = await filed(here);
  assert.match((await here.browser.get(PUPIL_PAGE)).html, /Asked Ben to pass the glue/);
  here.record.publish("observation", id, null, { gone: true });
  here.tablet.clock.now += 60_000;
  await here.tablet.sync.run("tick");
  assert.doesNotMatch((await here.browser.get(PUPIL_PAGE)).html, /Asked Ben to pass the glue/);
});

test("a note acknowledged but not pulled yet stays in the list", async () => {
  const { browser, tablet, record } = await school();
  await browser.post(NEW_NOTE, await filledNote(browser));
  tablet.clock.now += 1000;
  record.next(async ({ handle }) => {
    const answer = await handle();
    record.next(() => {
      throw new TypeError("the network went before the pull had ended");
    });
    return new Response(JSON.stringify({ ...(await answer.json()), more: true, cursor: "1" }), answer);
  });
  await tablet.sync.run("saved");
  assert.match((await browser.get(PUPIL_PAGE)).html, /mark-synced">Synced[\s\S]*Asked Ben to pass the glue/);
  assert.equal(await tablet.outbox.countAll(), 0);
});

test("whoever has many pupils is given a field to find one by, which asks for nothing", async () => {
  const { browser, tablet, record } = await school();
  for (let number = 0; number < 20; number++)
    record.publish("pupil", `p${number}`, { given_name: `Sam${number}`, family_name: "Brown", year_group: "2" });
  await tablet.sync.run("tick");
  const { html } = await browser.get("/tablet/");
  assert.match(html, /<label for="find">Find a pupil<\/label>/);
  assert.doesNotMatch(html.match(/<input id="find"[^>]*>/)[0], /hx-get|name=/);
  assert.match(html, /data-called="Sam17 Brown /);
  assert.equal((await browser.get("/tablet/?find=sam1")).html, html);
});

test("own notes and others' stand in the order of their times, each with its own words and author", async () => {
  const { browser, tablet, record } = await school();
  const write = async (text) => {
    tablet.clock.now += 60_000;
    await writeNote(tablet, text);
  };
  const publish = (id, text, recorded_at) =>
    record.publish("observation", id, {
      pupil_id: PUPIL,
      instrument: "narrative",
      text,
      recorded_at,
      author_id: "raj",
    });
  record.publish("person", "raj", { name: "Raj Patel" });
  publish("o-1", "Third.", "2026-11-24T09:00:00.000Z");
  publish("o-2", "Fourth.", "2026-11-24T08:00:00.000Z");
  await tablet.sync.run("tick");
  await write("Second.");
  await write("First.");
  const { html } = await browser.get(PUPIL_PAGE);
  const seen = [...html.matchAll(/(First|Second|Third|Fourth)\./g)].map(([, word]) => word);
  assert.deepEqual(seen, ["First", "Second", "Third", "Fourth"]);
  const authors = [...html.matchAll(/note-author">([^<]*)</g)].map(([, name]) => name);
  assert.deepEqual(authors, ["Beth Marsh", "Beth Marsh", "Raj Patel", "Raj Patel"]);
});

test("a long list is shown in parts", async () => {
  const { browser, tablet, record } = await school();
  for (let number = 0; number < 70; number++) {
    const recorded_at = new Date(tablet.clock.now - number * 3_600_000).toISOString();
    record.publish("observation", `n${number}`, {
      pupil_id: PUPIL,
      instrument: "narrative",
      text: `Number ${number}.`,
      recorded_at,
    });
  }
  await tablet.sync.run("tick");
  const count = (html) => html.match(/<article/g).length;
  const first = (await browser.get(PUPIL_PAGE)).html;
  assert.equal(count(first), 30);
  assert.match(first, /show=60"[^>]*>Show more</);
  assert.equal(count((await browser.get(`${PUPIL_PAGE}/notes?show=90`)).html), 70);
  await browser.post(NEW_NOTE, await filledNote(browser));
  const quick = (await browser.get(`${PUPIL_PAGE}?said=saved`)).html;
  assert.match(quick, /hx-trigger="load delay:500ms"/);
});
