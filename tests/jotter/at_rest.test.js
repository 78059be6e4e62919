// What lies on the tablet says nothing: every store of every database is read through, byte by byte.

import assert from "node:assert/strict";
import { test } from "node:test";
import { everythingOn } from "./at_rest.js";
import { createBrowser } from "./browser.js";
import { filledNote, NEW_NOTE, school } from "./school.js";
import { openOn, PASSCODE, PUPIL, TA } from "./world.js";

/** A tablet with pupils, notes delivered and waiting, an answer, a draft. */
async function tabletInUse() {
  const here = await school();
  const { browser, tablet, record } = here;
  record.publish("pupil", "p-2", { given_name: "Bartholomew", family_name: "Featherstone", class_name: "Blackthorn" });
  record.publish("question", "q-1", { pupil_id: PUPIL, entry_id: "o", text: "Before lunch?", asked_at: "2026-11-24" });
  await tablet.sync.run("tick");
  await browser.post(NEW_NOTE, await filledNote(browser, { text: "Delivered words" }));
  await tablet.sync.run("saved");
  await browser.post(NEW_NOTE, await filledNote(browser, { text: "Waiting words", setting: "Corridor" }));
  const draft = await filledNote(browser, { text: "Drafted words" });
  await browser.post("/tablet/drafts", { ...draft, draft_kind: "observation", pupil_id: PUPIL });
  return here;
}

// Long enough not to turn up among random bytes.
const WORDS = ["Bartholomew", "Featherstone", "Blackthorn", "Drawing frogs", "Asks for help", "Before lunch"];
WORDS.push("Delivered words", "Waiting words", "Drafted words", "Corridor", PASSCODE, "token-1");

test("no word of a pupil, a note, a draft, nor a token or a passcode can be read in any store", async () => {
  const { tablet } = await tabletInUse();
  const { device } = tablet;
  const kept = await everythingOn(tablet);
  for (const word of WORDS) assert.equal(kept.includes(word), false, word);
  assert.ok(kept.includes(TA.name), "whose jotter it is must be read: they have to find it");
  assert.ok(kept.includes((await device.enrolment(TA.id)).carry_token), "and what delivers, but reads nothing");
});

test("the same reading finds words that lie in clear", async () => {
  const { tablet } = await tabletInUse();
  await tablet.device.setSetting("slip", { deep: [{ text: new TextEncoder().encode("Leo Hart").buffer }] });
  assert.ok((await everythingOn(tablet)).includes("Leo Hart"));
});

test("locked, there is no key on the tablet that opens anything", async () => {
  const { tablet } = await tabletInUse();
  await tablet.vault.lock();
  assert.equal(await openOn(tablet), null);
  assert.equal(tablet.world.pocket.keys.size, 0, "what a deleted row still tells is worth nothing without it");
  const browser = createBrowser(tablet);
  for (const path of ["/tablet/", "/tablet/outbox", `/tablet/pupils/${PUPIL}`, NEW_NOTE]) {
    const { html } = await browser.get(path);
    for (const word of WORDS) assert.equal(html.includes(word), false, `${word} at ${path}`);
  }
});

test("whoever unlocks reads all of it again", async () => {
  const { tablet, browser } = await tabletInUse();
  await tablet.vault.lock();
  await tablet.vault.unlock(TA.id, PASSCODE);
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
  for (const word of ["Leo Hart", "Delivered words", "Waiting words", "Continue draft"])
    assert.ok(html.includes(word), word);
});

test("a single changed bit is no longer believed", async () => {
  const { tablet } = await tabletInUse();
  await tablet.openPerson(TA.id).database.run(["documents"], "readwrite", async (tx) => {
    const row = await tx.store.get(["pupil", PUPIL]);
    new Uint8Array(row.hidden.text)[3] ^= 1;
    await tx.store.put(row);
  });
  const { shelf } = await tablet.present();
  await assert.rejects(shelf.get("pupil", PUPIL));
});
