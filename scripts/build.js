// Builds webapp/static/dist from the sources beside it: same input, same bytes, on any machine.
//
//   node scripts/build.js [--out FOLDER]
//
// To add a file to the build: name it in `bundles` (or put it in icons/), reach it in a template by
// asset("name"), and list it in TABLET if the tablet must have it without a network.

import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { compileTemplates } from "./templates.js";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const STATIC = join(ROOT, "webapp/static");
const PUBLIC = "/static/dist/";
const TARGET = ["chrome109", "firefox115", "safari16.4"];
// What a page under /tablet/ asks for. The desk's script stays out: a tablet never needs it.
const TABLET = ["page.js", "app.css", "htmx.js", "manifest.webmanifest"];

const { values } = parseArgs({ options: { out: { type: "string", default: join(STATIC, "dist") } } });
const finished = resolve(values.out);
// Built beside its place and moved there whole: a server reading dist/ never meets half a build.
const out = mkdtempSync(`${finished}.`);

function shortHash(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 10);
}

/** As the `integrity` of a request wants it: the browser itself refuses any other bytes. */
function integrityOf(file) {
  return `sha256-${createHash("sha256")
    .update(readFileSync(join(out, file)))
    .digest("base64")}`;
}

/** Makes the built worker take the templates just compiled, wherever `out` is. */
const freshTemplates = {
  name: "fresh-templates",
  setup(builder) {
    builder.onResolve({ filter: /\/dist\/templates\.js$/ }, () => ({ path: join(out, "templates.js") }));
  },
};

async function bundle(source, options = {}) {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [join(STATIC, source)],
    bundle: true,
    charset: "utf8",
    format: "iife",
    legalComments: "none",
    logLevel: "warning",
    minify: true,
    plugins: [freshTemplates],
    target: TARGET,
    write: false,
    ...options,
  });
  return result.outputFiles[0].contents;
}

/** Writes one file under a name that tells its content, and remembers it in the manifest. */
function keep(manifest, logical, contents) {
  const ext = extname(logical);
  const hashed = `${basename(logical, ext)}-${shortHash(contents)}${ext}`;
  writeFileSync(join(out, hashed), contents);
  manifest[logical] = hashed;
}

function keepIcons(manifest) {
  const folder = join(STATIC, "icons");
  for (const name of readdirSync(folder).sort()) keep(manifest, name, readFileSync(join(folder, name)));
}

/** The web manifest names its icons by their plain names; those become the hashed ones here. */
function keepWebManifest(manifest) {
  const app = JSON.parse(readFileSync(join(STATIC, "manifest.webmanifest"), "utf8"));
  for (const icon of app.icons) icon.src = PUBLIC + manifest[icon.src];
  keep(manifest, "manifest.webmanifest", JSON.stringify(app));
}

async function keepBundles(manifest) {
  const bundles = {
    "page.js": "jotter/page.js",
    "desk.js": "desk/desk.js",
    "passkeys.js": "desk/passkeys.js",
    "app.css": "css/app.css",
  };
  for (const [logical, source] of Object.entries(bundles)) {
    if (!existsSync(join(STATIC, source))) throw new Error(`webapp/static/${source} is missing`);
    keep(manifest, logical, await bundle(source));
  }
  keep(manifest, "htmx.js", readFileSync(join(ROOT, "node_modules/htmx.org/dist/htmx.min.js")));
}

/** The worker knows its build: the version is told from everything in it, the worker's own code included. */
async function keepWorker(manifest) {
  const icons = Object.keys(manifest).filter((name) => name.endsWith(".png") || name.endsWith(".svg"));
  const names = [...TABLET, ...icons].sort();
  const assets = Object.fromEntries(names.map((name) => [name, PUBLIC + manifest[name]]));
  const precache = Object.values(assets);
  const integrity = Object.fromEntries(names.map((name) => [assets[name], integrityOf(manifest[name])]));
  const worker = (version) =>
    bundle("jotter/worker.js", { define: { __BUILD__: JSON.stringify({ version, precache, assets, integrity }) } });
  const version = shortHash(JSON.stringify(manifest), await worker(""));
  writeFileSync(join(out, "sw.js"), await worker(version));
  return { ...manifest, worker: "sw.js", version };
}

async function buildAll() {
  writeFileSync(join(out, "templates.js"), compileTemplates(join(ROOT, "webapp/templates")));
  const files = {};
  keepIcons(files);
  keepWebManifest(files);
  await keepBundles(files);
  const manifest = await keepWorker(files);
  writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  chmodSync(out, 0o755);
  rmSync(finished, { recursive: true, force: true });
  renameSync(out, finished);
  console.log(`built ${manifest.version} in ${finished}`);
}

try {
  await buildAll();
} finally {
  rmSync(out, { recursive: true, force: true });
}
