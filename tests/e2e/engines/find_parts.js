// Finds the visible parts of a page by role and name, for a driver that cannot (selenium_page.py sends it along).

const SELECTORS = {
  alert: "[role=alert]",
  article: "article",
  banner: "header",
  button: "button, input[type=submit]",
  checkbox: "input[type=checkbox]",
  field: "input, textarea, select, meter",
  img: "img",
  heading: "h1, h2, h3, h4",
  link: "a[href]",
  listitem: "li",
  main: "main",
  region: "section, [role=region]",
  status: "[role=status]",
};

const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const textOfId = (id) => plain(document.getElementById(id)?.textContent);

function nameOf(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by) return plain(by.split(/\s+/).map(textOfId).join(" "));
  if (element.hasAttribute("aria-label")) return plain(element.getAttribute("aria-label"));
  if (element.labels?.length) return plain([...element.labels].map((label) => label.textContent).join(" "));
  if (element.tagName === "IMG") return plain(element.alt);
  return plain(element.tagName === "INPUT" ? element.value : element.textContent);
}

function fits(element, { name, containing }) {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  if (name !== null && nameOf(element) !== name) return false;
  return containing === null || plain(element.textContent).includes(plain(containing));
}

function find(roots, part) {
  const found = roots.flatMap((root) => [...root.querySelectorAll(SELECTORS[part.role])]);
  return found.filter((element) => fits(element, part));
}

/** `chain`: parts, outermost first, each {role, name, containing, nth}. → every match of the last. */
// biome-ignore lint/correctness/noUnusedVariables: called by selenium_page.py
function findParts(chain) {
  let roots = [document];
  for (const part of chain.slice(0, -1)) roots = [find(roots, part)[part.nth]].filter(Boolean);
  return find(roots, chain[chain.length - 1]);
}
