// The shelf: documents that were pulled, and what leaves it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { importKey, newKey } from "../../webapp/static/jotter/vault/cipher.js";
import { Cover } from "../../webapp/static/jotter/vault/cover.js";
import { FakeRecord } from "./fake_record.js";
import { createTablet, crypto, PUPIL, TA } from "./world.js";

const cover = new Cover(await importKey(newKey(crypto), crypto), crypto);

const note = (id, recorded_at) => ({
  kind: "observation",
  id,
  version: 1,
  gone: false,
  body: { pupil_id: PUPIL, text: id, recorded_at },
});
const pupil = (id, given_name) => ({
  kind: "pupil",
  id,
  version: 1,
  gone: false,
  body: { given_name, family_name: "Hart" },
});

function createShelf() {
  return createTablet(new FakeRecord()).openPerson(TA.id, cover).shelf;
}

test("the cursor is stored with the page it came with", async () => {
  const shelf = createShelf();
  await shelf.apply({ changes: [note("a", "2026-11-01T09:00:00Z")], cursor: "7", more: false, epoch: "e" });
  assert.equal((await shelf.position()).cursor, "7");
  assert.equal((await shelf.get("observation", "a")).body.text, "a");
});

test("a page that cannot be stored leaves the cursor where it was", async () => {
  const shelf = createShelf();
  await shelf.apply({ changes: [], cursor: "7", more: false, epoch: "e" });
  const broken = { kind: "observation", id: { no: "key" }, version: 1, body: { pupil_id: PUPIL } };
  await assert.rejects(shelf.apply({ changes: [broken], cursor: "8", more: false, epoch: "e" }));
  assert.equal((await shelf.position()).cursor, "7");
});

test("notes about a pupil come newest first, and no more than asked for", async () => {
  const shelf = createShelf();
  const days = ["03", "01", "05", "02", "04"];
  const changes = days.map((day) => note(`n${day}`, `2026-11-${day}T09:00:00Z`));
  await shelf.apply({ changes, cursor: "1", more: false, epoch: "e" });
  const found = await shelf.ofPupil("observation", PUPIL, 3);
  assert.deepEqual(
    found.map(({ id }) => id),
    ["n05", "n04", "n03"],
  );
});

test("gone takes a document off the shelf", async () => {
  const shelf = createShelf();
  await shelf.apply({ changes: [pupil("p", "Leo")], cursor: "1", more: false, epoch: "e" });
  const gone = { kind: "pupil", id: "p", version: 2, gone: true, body: null };
  await shelf.apply({ changes: [gone], cursor: "2", more: false, epoch: "e" });
  assert.equal(await shelf.get("pupil", "p"), undefined);
});

test("a pull from nothing sweeps away what it did not bring, only when it has ended", async () => {
  const shelf = createShelf();
  await shelf.apply({ changes: [pupil("a", "Amina"), pupil("b", "Ben")], cursor: "1", more: false, epoch: "e" });
  await shelf.startAgain("e2");
  await shelf.apply({ changes: [pupil("b", "Ben")], cursor: "1", more: true, epoch: "e2" });
  assert.equal((await shelf.pupils()).length, 2, "still readable while the pull goes on");
  await shelf.apply({ changes: [pupil("c", "Cora")], cursor: "2", more: false, epoch: "e2" });
  assert.deepEqual(
    (await shelf.pupils()).map(({ id }) => id),
    ["b", "c"],
  );
});

test("an ordinary pull sweeps nothing away", async () => {
  const shelf = createShelf();
  await shelf.apply({ changes: [pupil("a", "Amina")], cursor: "1", more: false, epoch: "e" });
  await shelf.apply({ changes: [pupil("b", "Ben")], cursor: "2", more: false, epoch: "e" });
  assert.equal((await shelf.pupils()).length, 2);
});

test("meetings to come are found by their day, earliest first", async () => {
  const shelf = createShelf();
  const meeting = (id, next_meeting) => ({
    kind: "parent_meeting",
    id,
    version: 1,
    body: { pupil_id: PUPIL, next_meeting, finished: id !== "begun" },
  });
  const changes = [
    meeting("begun", null),
    meeting("past", "2026-11-01"),
    meeting("far", "2027-03-01"),
    meeting("soon", "2026-12-01"),
    meeting("none", null),
  ];
  await shelf.apply({ changes, cursor: "1", more: false, epoch: "e" });
  assert.deepEqual(
    (await shelf.from("parent_meeting", "2026-11-24")).map(({ id }) => id),
    ["soon", "far", "begun"],
  );
  assert.deepEqual(
    (await shelf.unfinishedMeetings()).map(({ id }) => id),
    ["begun"],
  );
});

test("drafts are kept per pupil until they are removed", async () => {
  const { drafts } = createTablet(new FakeRecord()).openPerson(TA.id, cover);
  await drafts.keep({ id: "d", kind: "observation", pupil_id: PUPIL, fields: { text: "Half a sen" } }, 1);
  assert.equal((await drafts.ofPupil(PUPIL))[0].fields.text, "Half a sen");
  await drafts.remove("d");
  assert.equal((await drafts.all()).length, 0);
});
