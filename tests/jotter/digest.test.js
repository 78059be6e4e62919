// The digest that the record and the tablet must agree on.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonical, digestOf } from "../../webapp/static/jotter/sync/digest.js";
import { crypto } from "./world.js";

test("canonical JSON is that of RFC 8785's own example", () => {
  const example = JSON.parse(`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}`);
  assert.equal(
    canonical(example),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("keys are in the order of their UTF-16 code units", () => {
  const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
  const inOrder = Object.keys(JSON.parse(canonical(Object.fromEntries(keys.map((key) => [key, 0])))));
  assert.deepEqual(inOrder, ["1", "\r", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"]);
});

test("of what RFC 8785 cannot write there is no digest", async () => {
  const entry = { id: "a", kind: "observation", revision: 1, recorded_at: "t", body: {} };
  const unwritable = ["\ud83d", { "\udc00": 1 }, [Infinity], JSON.parse("1e999"), NaN];
  for (const x of unwritable) assert.equal(await digestOf({ ...entry, body: { x } }, crypto), null);
  for (const name of Object.keys(entry)) assert.equal(await digestOf({ ...entry, [name]: undefined }, crypto), null);
});

test("the digest covers what was written and nothing else", async () => {
  const entry = { id: "a", kind: "observation", revision: 1, recorded_at: "t", body: { text: "x" } };
  const digest = await digestOf(entry, crypto);
  assert.match(digest, /^[0-9a-f]{64}$/);
  assert.equal(await digestOf({ ...entry, device_seq: 9, schema: 2 }, crypto), digest);
  assert.notEqual(await digestOf({ ...entry, body: { text: "y" } }, crypto), digest);
});

test("the worked digests of the protocol's page are the tablet's too", async () => {
  const page = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");
  const examples = [...page.matchAll(/```json\n(.+?)\n```\n```text\n(.+?)\n```\n`([0-9a-f]{64})`/gs)];
  assert.equal(examples.length, 3);
  for (const [, sent, , digest] of examples) assert.equal(await digestOf(JSON.parse(sent), crypto), digest, sent);
});
