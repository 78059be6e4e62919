// Which of the passcodes on stdin (a JSON list) the tablet takes: the same list, shorter.

import { readFileSync } from "node:fs";
import { problemWith } from "../webapp/static/jotter/vault/passcode.js";

const taken = JSON.parse(readFileSync(0, "utf8")).filter((passcode) => problemWith(passcode) === "");
process.stdout.write(JSON.stringify(taken));
