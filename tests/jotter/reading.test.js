// What a page costs: no more is revealed than is shown, and a first pull does not hide one document after another.

import assert from "node:assert/strict";
import { test } from "node:test";
import { school } from "./school.js";
import { crypto, PUPIL, writeNotes } from "./world.js";

/** How many times `what` is asked of the cipher while `work` runs. */
async function counted(tablet, work, what = "decrypt") {
  const { subtle } = tablet.vault.crypto;
  let times = 0;
  const counting = new Proxy(subtle, {
    get(target, name) {
      if (name === what) times++;
      const value = target[name];
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  tablet.vault.crypto = { getRandomValues: (bytes) => crypto.getRandomValues(bytes), subtle: counting };
  await work();
  tablet.vault.crypto = crypto;
  return times;
}

test("a pupil's page with hundreds of notes reveals the thirty it shows and little else", async () => {
  const { browser, tablet, record } = await school();
  for (let number = 0; number < 300; number++) {
    const body = { pupil_id: PUPIL, instrument: "narrative", text: `Note ${number}`, author_id: "somebody" };
    const recorded_at = new Date(tablet.clock.now - number * 60_000).toISOString();
    record.publish("observation", `o-${number}`, { ...body, recorded_at });
  }
  for (let number = 0; number < 50; number++) record.publish("person", `staff-${number}`, { name: "Somebody" });
  await tablet.sync.run("open");
  await writeNotes(tablet, 20);
  const times = await counted(tablet, () => browser.get(`/tablet/pupils/${PUPIL}`));
  assert.ok(times >= 30 && times <= 45, `${times} times`);
});

test("Today with forty pupils reveals their names and little else", async () => {
  const { browser, tablet, record } = await school();
  for (let number = 0; number < 39; number++) {
    record.publish("pupil", `p-${number}`, { given_name: "A", family_name: "B" });
    record.publish("outcome", `out-${number}`, { pupil_id: `p-${number}`, text: "Asks for help" });
  }
  await tablet.sync.run("open");
  await writeNotes(tablet, 20);
  const times = await counted(tablet, () => browser.get("/tablet/"));
  assert.ok(times >= 40 && times <= 50, `${times} times`);
});

test("a page of changes is hidden all at once", async () => {
  const { tablet } = await school();
  const { shelf } = await tablet.present();
  let most = 0;
  let now = 0;
  shelf.cover.hide = async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setImmediate(resolve));
    now--;
    return { nonce: new Uint8Array(12), text: new ArrayBuffer(0) };
  };
  const changes = Array.from({ length: 500 }, (_, number) => ({ kind: "outcome", id: `x${number}`, body: {} }));
  await shelf.apply({ changes, cursor: "9", more: false, epoch: "epoch-1" });
  assert.equal(most, 500);
});
