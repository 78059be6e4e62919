// A reporter that turns a green run red where fewer or more tests passed than tests/counts.json says: none is lost
// without a word.

import { readFileSync } from "node:fs";

const { js: wanted } = JSON.parse(readFileSync(new URL("../counts.json", import.meta.url), "utf8"));

export default async function* counted(events) {
  let passed = 0;
  for await (const { type, data } of events)
    if (type === "test:pass" && data.details.type !== "suite" && !data.skip && !data.todo) passed++;
  if (passed === wanted || process.exitCode) return;
  process.exitCode = 1;
  yield `FAILED ${passed} JavaScript tests passed, and tests/counts.json says ${wanted}\n`;
}
