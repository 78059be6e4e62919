// What axe-core does not look at: sizes of targets, headings, motion, what runs out of the page, focus, forced colours.

const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex='0']";

const words = (text) => (text ?? "").replace(/\s+/g, " ").trim().slice(0, 40);
const named = (node) => {
  const classes = node.getAttribute("class");
  return `<${node.localName}${classes ? ` class="${classes}"` : ""}> “${words(node.textContent || node.getAttribute("aria-label"))}”`;
};
const isShown = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: false });

/** A box that somebody could hit: on the page, and no remainder for screen readers alone. */
function boxOf(node) {
  const box = node.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && box.bottom + scrollY > 0 && box.right + scrollX > 0 ? box : null;
}

/** A label is part of its box to tick; so is a cover laid over a whole card. */
function targetOf(node) {
  const boxes = [node, ...(node.labels ?? []), node.closest("label")].filter(Boolean).map(boxOf).filter(Boolean);
  if (getComputedStyle(node, "::after").position === "absolute") boxes.push(boxOf(node.offsetParent ?? node));
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return boxes.length ? { width: right - left, height: bottom - top } : null;
}

/** WCAG 2.5.8 excepts a link in a sentence: its line's height is the sentence's affair. */
function isInSentence(node) {
  if (node.localName !== "a" || getComputedStyle(node).display !== "inline") return false;
  const around = node.parentElement;
  return words(around.textContent) !== words(node.textContent) && !around.matches("li, th, td, nav, div");
}

function smallTargets(least) {
  const shown = [...document.querySelectorAll(CONTROLS)].filter(
    (node) => isShown(node) && !node.disabled && !node.closest("[aria-hidden=true], [inert]"),
  );
  return shown.flatMap((node) => {
    const box = boxOf(node) && !isInSentence(node) ? targetOf(node) : null;
    const is_small = box && (box.width < least - 0.5 || box.height < least - 0.5);
    return is_small ? [`target of ${Math.round(box.width)}x${Math.round(box.height)} px: ${named(node)}`] : [];
  });
}

function wrongHeadings() {
  const found = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(isShown);
  const levels = found.map((node) => Number(node.localName[1]));
  const faults = [];
  if (levels.filter((level) => level === 1).length !== 1) faults.push(`${levels.join()} is not one h1`);
  levels.forEach((level, place) => {
    if (place && level > levels[place - 1] + 1) faults.push(`heading skips a level: ${named(found[place])}`);
  });
  return faults;
}

/** With reduced motion nothing moves. */
function motions() {
  const moving = [...document.querySelectorAll("*")].filter((node) => {
    const style = getComputedStyle(node);
    const is_smooth = style.scrollBehavior === "smooth";
    return (
      is_smooth || style.animationName !== "none" || style.transitionDuration.split(", ").some((time) => time !== "0s")
    );
  });
  return moving.slice(0, 3).map((node) => `moves in spite of reduced motion: ${named(node)}`);
}

/** What makes the page wider than the window: the innermost parts that stick out. */
function overflow() {
  const most = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= most) return [];
  const out = [...document.body.querySelectorAll("*")].filter(
    (node) => isShown(node) && node.getBoundingClientRect().right > most + 1,
  );
  const inner = out.filter((node) => !out.some((other) => other !== node && node.contains(other)));
  return [
    `wider than the window by ${document.documentElement.scrollWidth - most} px: ${inner.slice(0, 3).map(named).join(", ")}`,
  ];
}

const OUTLINES = [null, "::after", "::before"];
const hasOutline = (node) =>
  OUTLINES.some((part) => {
    const style = getComputedStyle(node, part);
    return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
  });

/** One of each sort of control is given the focus, as by a key: it must be told, and lie open to the eye. */
function focusFaults() {
  const seen = new Set();
  const faults = [];
  for (const node of document.querySelectorAll(CONTROLS)) {
    const sort = `${node.localName} ${node.getAttribute("class")} ${node.type ?? ""} ${node.parentElement?.className}`;
    if (seen.has(sort) || !isShown(node) || node.disabled || node.tabIndex < 0 || node.closest("dialog:not([open])"))
      continue;
    seen.add(sort);
    node.focus({ focusVisible: true });
    if (document.activeElement !== node) continue;
    if (![node, ...(node.labels ?? [])].some(hasOutline)) faults.push(`focus is not shown: ${named(node)}`);
    faults.push(...covered(node));
  }
  document.activeElement.blur(); // a skip link that is shown would lie over what axe looks at
  scrollTo(0, 0);
  return faults;
}

/** WCAG 2.4.11: no bar that sticks to an edge hides all of what has the focus. */
function covered(node) {
  const box = node.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) =>
    [0.15, 0.5, 0.85].map((y) => [box.left + box.width * x, box.top + box.height * y]),
  );
  const owners = [node, ...(node.labels ?? [])];
  const is_open = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && owners.some((owner) => owner.contains(top) || top.contains(owner));
  });
  return is_open ? [] : [`what has the focus is covered: ${named(node)}`];
}

const TOLD_BY = [
  "outlineStyle",
  "borderTopStyle",
  "borderTopWidth",
  "borderBottomWidth",
  "borderInlineStartWidth",
  "borderTopColor",
  "borderBottomColor",
  "textDecorationLine",
  "fontWeight",
  "backgroundColor",
  "color",
];
const CHOSEN =
  "[aria-current]:not([aria-current=false]), [aria-pressed=true], [aria-checked=true], [aria-selected=true]";

/** Where the system has put its own colours in place of ours, what is chosen still differs from what is not. */
function untoldStates() {
  return [...document.querySelectorAll(CHOSEN)].filter(isShown).flatMap((node) => {
    const family = node.closest("nav, ul, fieldset, [role=group], [role=radiogroup], form") ?? document.body;
    const others = [
      ...family.querySelectorAll(`${node.localName}[class="${node.className}"], ${node.localName}:not([class])`),
    ];
    const other = others.find((one) => one !== node && !one.matches(CHOSEN) && isShown(one));
    if (!other) return [];
    const [mine, theirs] = [node, other].map((one) => getComputedStyle(one));
    return TOLD_BY.some((property) => mine[property] !== theirs[property])
      ? []
      : [`chosen, and not told in forced colours: ${named(node)}`];
  });
}

const isPainted = (node) => isShown(node) && node.getBoundingClientRect().height > 1;

/** How dark a colour is printed, from 0 for black to 1 for white; nothing for one that lets all through. */
function greyOf(colour) {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
  return alpha ? (0.3 * red + 0.59 * green + 0.11 * blue) / 255 : null;
}

/** On paper: controls, what is cut off at an edge, words that are pale, and grounds that are dark. */
function paperFaults() {
  const most = document.documentElement.clientWidth + 1;
  const all = [...document.body.querySelectorAll("*")].filter((node) => isPainted(node) && !node.closest("svg *"));
  const isCut = (node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== "visible";
  const hasWords = (node) => [...node.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim());
  const faults = {
    "a control": all.filter((node) => node.matches("nav, button, .button, input, select, textarea")),
    "beyond the edge": all.filter((node) => node.getBoundingClientRect().right > most),
    "cut off": all.filter((node) => isCut(node) && !node.matches(".visually-hidden")),
    pale: all.filter((node) => hasWords(node) && greyOf(getComputedStyle(node).color) > 0.4),
    "on a dark ground": all.filter((node) => (greyOf(getComputedStyle(node).backgroundColor) ?? 1) < 0.85),
  };
  return Object.entries(faults).flatMap(([what, nodes]) => nodes.slice(0, 5).map((node) => `${what}: ${named(node)}`));
}

globalThis.inspection = {
  paperFaults,
  standing: (least) => [...wrongHeadings(), ...smallTargets(least), ...motions(), ...focusFaults()],
  overflow,
  untoldStates,
};
