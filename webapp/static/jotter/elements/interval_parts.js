// The changing parts of a time sample: yes and no for each behaviour, and a button for every interval so far.
// The buttons stay when an interval ends, and say themselves which one they are about: no finger and no focus loses its
// place.

import { answersOf } from "../instruments/sampling.js";

const WORDS = { true: "yes", false: "no", null: "blank" };
const SIGNS = { true: "✓", false: "✗", null: "·" };

/** `place` is the interval that is asked about, from 0; null asks nothing. */
export function drawAnswers(box, rows, place) {
  const asked = place === null ? [] : rows;
  while (box.children.length > asked.length) box.lastChild.remove();
  for (const [number, one] of asked.entries()) {
    const question = box.children[number] ?? box.appendChild(questionFor(one.row));
    drawQuestion(question, one, place);
  }
}

function drawQuestion(question, { row, name, marks }, place) {
  const wanted = `${row} ${place} ${name}`;
  if (question.dataset.drawn !== wanted) {
    question.dataset.drawn = wanted;
    question.setAttribute("aria-label", `${name}, interval ${place + 1}`);
    question.firstChild.textContent = `${place + 1}. ${name}`;
  }
  const [given] = answersOf(marks[place] ?? "", 1);
  for (const button of question.querySelectorAll("button")) {
    Object.assign(button.dataset, { row, place });
    button.setAttribute("aria-pressed", String(button.dataset.answer === WORDS[given]));
  }
}

/** Yes on the side of the thumb, and Tab reaches them as they stand. */
function questionFor(row) {
  const question = element("div", { role: "group", className: "answer" });
  const answers = document.body.dataset.hand === "left" ? ["yes", "no"] : ["no", "yes"];
  question.append(element("span", { className: "answer-name" }), ...answers.map((answer) => answerButton(row, answer)));
  return question;
}

function answerButton(row, answer) {
  const button = element("button", { type: "button", className: "button answer-button" });
  button.textContent = answer === "yes" ? "Yes" : "No";
  Object.assign(button.dataset, { row, answer });
  return button;
}

/** A button for each interval, with what was said of it. */
export function drawStrip(list, rows, length, asked) {
  while (list.children.length > length) list.lastChild.remove();
  for (let place = 0; place < length; place++) {
    const answers = rows.map(({ marks }) => answersOf(marks[place] ?? "", 1)[0]);
    const drawn = `${answers.map(String)}|${place === asked}`;
    const button = list.children[place]?.firstChild ?? addInterval(list, place);
    if (button.dataset.drawn === drawn) continue;
    button.dataset.drawn = drawn;
    button.lastChild.textContent = answers.map((answer) => SIGNS[answer]).join("");
    button.classList.toggle("is-blank", answers.includes(null));
    button.setAttribute("aria-label", `Interval ${place + 1}: ${answers.map((answer) => WORDS[answer]).join(", ")}`);
    if (place === asked) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

function addInterval(list, place) {
  const button = element("button", { type: "button", className: "strip-interval" });
  button.dataset.place = place;
  button.append(element("span", { textContent: place + 1 }), element("span", { className: "strip-signs" }));
  const item = document.createElement("li");
  item.append(button);
  list.append(item);
  return button;
}

function element(tag, facts) {
  return Object.assign(document.createElement(tag), facts);
}
