// Compiles the templates which the service worker renders into one ES module, for the CSP forbids eval.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import nunjucks from "@11ty/nunjucks";

const ROOMS = ["tablet", "shared"];
const REFERENCE = /\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']/g;

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** The names of every template under tablet/ and shared/, and of whatever these extend, include or import. */
export function tabletTemplateNames(root) {
  const waiting = ROOMS.flatMap((room) => filesUnder(join(root, room))).map((path) =>
    relative(root, path).split(sep).join("/"),
  );
  const names = new Set();
  while (waiting.length) {
    const name = waiting.pop();
    if (names.has(name)) continue;
    names.add(name);
    const source = readFileSync(join(root, name), "utf8");
    waiting.push(...Array.from(source.matchAll(REFERENCE), (match) => match[1]));
  }
  // By code point: the built file must not depend on the machine's locale or its folder order.
  return [...names].sort();
}

/** One template as a property of an object literal: "tablet/today.html": {root, …}, */
export function compileTemplate(name, source) {
  const env = new nunjucks.Environment([], { autoescape: true });
  const wrapper = ([{ template }]) => `${JSON.stringify(name)}: (function() {${template}})(),\n`;
  return nunjucks.precompileString(source, { name, env, wrapper });
}

/** A module whose default export is what nunjucks' PrecompiledLoader takes. */
export function compileTemplates(root) {
  const compiled = tabletTemplateNames(root).map((name) =>
    compileTemplate(name, readFileSync(join(root, name), "utf8")),
  );
  return `// Built from webapp/templates by scripts/build.js.\nexport default {\n${compiled.join("")}};\n`;
}
