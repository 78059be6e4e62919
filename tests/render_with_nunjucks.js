// Renders sources as the tablet would, for the parity test: [{source, context}, …] on stdin, a list of HTML out.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileTemplate, tabletTemplateNames } from "../scripts/templates.js";
import { createRenderer } from "../webapp/static/jotter/render.js";

const TEMPLATES = fileURLToPath(new URL("../webapp/templates", import.meta.url));

const cases = JSON.parse(readFileSync(0, "utf8"));
const compiled = [
  ...tabletTemplateNames(TEMPLATES).map((name) => compileTemplate(name, readFileSync(join(TEMPLATES, name), "utf8"))),
  ...cases.map(({ source }, number) => compileTemplate(`case ${number}`, source)),
];
const render = createRenderer(new Function(`return {${compiled.join("")}}`)());
process.stdout.write(JSON.stringify(cases.map(({ context }, number) => render(`case ${number}`, context))));
