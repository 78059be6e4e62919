// Holds pages of a running Chromium against Lighthouse, in the profile as it stands: nothing stored is reset.
//
//   node bench/lighthouse.js PORT mobile|desktop URL …
//
// Prints one line of JSON a page: {url, title, scores: {performance, accessibility, best-practices}, weak: [audit and its score]}.

import lighthouse, { desktopConfig } from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices"];
const GOOD = 0.9;

const [port, form, ...urls] = process.argv.slice(2);

/** The audits that count in a category and are not good, worst first. */
function weakAudits({ audits, categories }) {
  const counted = CATEGORIES.flatMap((name) => categories[name].auditRefs.filter(({ weight }) => weight > 0));
  const weak = counted.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < GOOD);
  return weak.map(({ id, score, displayValue }) => `${id} ${score}${displayValue ? ` (${displayValue})` : ""}`);
}

/** Where the browser was too busy to be measured Lighthouse says to run it again; more than twice is a fault. */
async function measure(url, tries = 3) {
  const flags = { port: Number(port), disableStorageReset: true, onlyCategories: CATEGORIES, logLevel: "error" };
  const { lhr, artifacts } = await lighthouse(url, flags, form === "desktop" ? desktopConfig : undefined);
  const { code, message } = lhr.runtimeError ?? {};
  if (code && tries > 1) return measure(url, tries - 1);
  if (code) throw new Error(`${url}: ${code} ${message}`);
  return { lhr, title: /<title>([^<]*)/.exec(artifacts.MainDocumentContent)[1] };
}

for (const url of urls) {
  const { lhr, title } = await measure(url);
  if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(url).pathname) throw new Error(`${url} led elsewhere`);
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]));
  console.log(JSON.stringify({ url, title, scores, weak: weakAudits(lhr) }));
}
