// Draws the blocks of an answer, each kind by one function: (block, {say, ui}) -> node.
import { el, empty, icon } from "./dom.js";
import { fill } from "./format.js";
import { bars, line, pictogram } from "./charts.js";

const SIGNS = { good: "check", warn: "warning", bad: "cross" };
const SIDES = { worker: "worker", family: "family", both: "hands" };

const draw = {
  heading: (block, { say }) => el("h4", { class: "block heading" }, say(block.text)),

  note: (block, { say }) => el("p", { class: "block note" }, say(block.text)),

  figure: (block, to) => el(
    "div",
    { class: `block figure tone-${block.tone}` },
    el("p", { class: "figure-label" }, tone(block.tone, to.ui), " ", to.say(block.label)),
    el("p", { class: "figure-value" }, to.say(block.value)),
    block.note && el("p", { class: "figure-note" }, to.say(block.note))
  ),

  verdict: (block, to) => el(
    "div",
    { class: `block verdict tone-${block.tone}` },
    icon(SIGNS[block.tone] || "coin"),
    el("p", {}, el("strong", {}, spoken(block.tone, to.ui), to.say(block.text)), block.reason && " ", block.reason && to.say(block.reason))
  ),

  pictogram: (block, to) => figure("pictogram", block, to, pictogram(block, to)),

  table: (block, to) => {
    const shown = table(block, to);
    if (!block.folded) return el("div", { class: "block" }, shown, note(block, to));
    return el("details", { class: "block" }, el("summary", {}, to.say(block.caption)), shown, note(block, to));
  },

  bars: (block, to) => {
    const columns = [{ label: "" }].concat(block.parts.map((label) => ({ label, number: true })), { label: to.ui.total, number: true });
    const rows = block.bars.map((bar) => [bar.label].concat(bar.parts, bar.shown));
    return figure("chart", block, to, bars(block, to), folded({ caption: block.caption, columns, rows, strong: [] }, to));
  },

  line: (block, to) => {
    const columns = [{ label: to.ui.time }].concat(block.series.map((series) => ({ label: series.label, number: true })));
    const rows = block.times.map((time, at) => [time].concat(block.series.map((series) => series.values[at])));
    return figure("chart", block, to, line(block, to), folded({ caption: block.caption, columns, rows, strong: [] }, to));
  },

  steps: (block, { say }) => el(
    "div",
    { class: "block steps" },
    block.caption && el("h4", {}, say(block.caption)),
    el("ol", {}, block.steps.map((step) => el("li", {}, el("p", {}, el("strong", {}, say(step.title)), step.text && " ", step.text && say(step.text)))))
  ),

  advice: (block, to) => el(
    "div",
    { class: `block advice side-${block.side}` },
    el("h4", {}, icon(SIDES[block.side] || "hands"), to.say(block.title)),
    el("ul", {}, block.items.map((item) => el("li", {}, to.say(item))))
  ),

  sources: (block, to) => el(
    "div",
    { class: "block sources" },
    el("h4", {}, to.ui.sources),
    block.warning && el("p", { class: "sources-warning" }, icon("warning"), el("span", {}, to.say(block.warning))),
    el("ul", {}, block.sources.map((source) => el("li", {}, cited(source, to))))
  ),

  letter: (block, to) => {
    const paper = el(
      "article",
      { class: "block letter" },
      el("h4", {}, to.say(block.title)),
      el("p", { class: "letter-day" }, to.say(block.place_and_date)),
      block.paragraphs.map((paragraph) => el("p", {}, to.say(paragraph))),
      el("ul", { class: "signers" }, block.signers.map((signer) => el("li", {}, to.say(signer))))
    );
    const press = el("button", { type: "button", class: "quiet", click: () => printOnly(paper) }, icon("print"), to.ui.printLetter);
    return el("div", {}, paper, el("p", { class: "tools" }, press));
  },
};

export function drawBlocks(node, blocks, to) {
  empty(node, blocks.map((block) => (draw[block.kind] ? draw[block.kind](block, to) : null)));
}

// The sentence that stands for an answer when it is announced: the first figure that changed since the answer before, or
// else its first figure, verdict or note.
export function headline(blocks, { say }, before) {
  const stood = before.map((block) => JSON.stringify(block));
  const figures = blocks.filter((block) => block.kind === "figure");
  const first = figures.find((block) => !stood.includes(JSON.stringify(block))) || figures[0];
  if (first) return { label: say(first.label), value: say(first.value) };
  const other = blocks.find((block) => block.kind === "verdict" || block.kind === "note");
  return { label: other ? say(other.text) : "", value: "" };
}

function figure(kind, block, to, ...content) {
  return el("figure", { class: `block ${kind}` }, el("figcaption", {}, to.say(block.caption)), content, note(block, to));
}

function note(block, to) {
  return block.note && el("p", { class: "block-note" }, to.say(block.note));
}

function tone(name, ui) {
  return SIGNS[name] && el("span", { class: "tone" }, icon(SIGNS[name]), ui.tones[name]);
}

// A verdict shows its sign and its sentence; the word for the sign is for those who hear the page.
function spoken(name, ui) {
  return SIGNS[name] && el("span", { class: "spoken" }, ui.tones[name] + ": ");
}

function folded(block, to) {
  return el("details", { class: "numbers" }, el("summary", {}, to.ui.asTable), table(block, to));
}

// On a narrow screen each row of a table with many columns stands as a card; its roles say that it stays a table.
function table(block, to) {
  const head = block.columns.map((column) => headCell(column, to));
  const rows = block.rows.map((row, at) => {
    const cells = row.map((cell, place) => tableCell(block.columns[place] || {}, cell, place, to));
    return el("tr", { role: "row", class: block.strong.includes(at) && "strong" }, cells);
  });
  return el(
    "div",
    { class: block.columns.length > 3 ? "table wide" : "table" },
    el("table", { role: "table" },
      el("caption", {}, to.say(block.caption)),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head)),
      el("tbody", { role: "rowgroup" }, rows))
  );
}

function headCell(column, to) {
  const about = column.label ? { scope: "col", role: "columnheader" } : { role: "cell" };
  return el(column.label ? "th" : "td", Object.assign(about, { class: column.number && "number" }), to.say(column.label));
}

function tableCell(column, cell, place, to) {
  if (place === 0 && !column.number) return el("th", { scope: "row", role: "rowheader" }, to.say(cell));
  return el("td", { role: "cell", class: column.number && "number", "data-label": to.say(column.label || "") }, to.say(cell));
}

// A table that is wider than its place scrolls sideways, and then the keyboard must be able to reach it.
export function markScrollers(node) {
  node.querySelectorAll(".table").forEach((frame) => {
    const scrolls = frame.scrollWidth > frame.clientWidth;
    const about = [["tabindex", "0"], ["role", "region"], ["aria-label", frame.querySelector("caption").textContent]];
    about.forEach(([name, value]) => (scrolls ? frame.setAttribute(name, value) : frame.removeAttribute(name)));
  });
}

function cited(source, { say, ui }) {
  const web = /^https?:\/\//.test(source.url);
  const title = web ? el("a", { href: source.url, target: "_blank", rel: "noopener noreferrer" }, source.title) : source.title;
  const facts = [
    source.date && fill(ui.dated, { date: say({ date: source.date }) }),
    source.checked && fill(ui.checkedOn, { date: say({ date: source.checked }) }),
    source.confidence === "low" && ui.lowConfidence,
    source.recheck && !overdue(source.recheck) && fill(ui.recheck, { date: say({ date: source.recheck }) }),
  ];
  const late = source.recheck && overdue(source.recheck);
  return [
    title, el("span", { class: "cited" }, facts.filter(Boolean).join(" ")),
    late && el("span", { class: "cited overdue" }, icon("warning"), fill(ui.overdue, { date: say({ date: source.recheck }) })),
  ];
}

// Whether the day, month or year after which a figure should be looked at again has passed on this phone's calendar.
function overdue(recheck) {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-").slice(0, recheck.length) > recheck;
}

// Prints one letter alone: everything that does not lead to it is marked and left off the paper.
function printOnly(paper) {
  const off = [];
  for (let node = paper; node.parentNode && node.parentNode.children; node = node.parentNode) {
    Array.from(node.parentNode.children).forEach((other) => other !== node && off.push(other));
  }
  off.forEach((node) => node.classList.add("bekal-off"));
  document.documentElement.classList.add("bekal-one");
  window.print();
  document.documentElement.classList.remove("bekal-one");
  off.forEach((node) => node.classList.remove("bekal-off"));
}
