// Charts as hand-written SVG: like things marked, stacked bars, lines over time. None needs a measured width.
import { el, svg, outline } from "./dom.js";
import { fill } from "./format.js";

const KINDS = ["money", "rate", "decimal", "count"];

// The bare number of a typed value, and the value of the same kind with another number.
function size(value) {
  return value ? value[KINDS.find((kind) => kind in value)] : 0;
}

function like(value, number) {
  const kind = KINDS.find((name) => name in value);
  return Object.assign({}, value, { [kind]: number });
}

export function pictogram(block, { say, ui }) {
  const marked = say({ decimal: block.marked_tenths, digits: 1 });
  const name = `${say(block.caption)} ${fill(ui.marked, { marked, total: String(block.total) })}`;
  const things = [];
  for (let at = 0; at < block.total; at += 1) {
    things.push(thing(block.icon, Math.max(0, Math.min(10, block.marked_tenths - 10 * at))));
  }
  return el("div", { class: "things", role: "img", "aria-label": name }, things);
}

// One thing; its left `tenths` are marked by a second copy in a narrower window.
function thing(name, tenths) {
  const width = 2.4 * tenths;
  return svg(
    "svg",
    { class: "thing", viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("g", { class: "whole" }, outline(name)),
    tenths > 0 && svg("svg", { width, height: 24, viewBox: `0 0 ${width} 24`, class: "marked" }, outline(name)),
    tenths === 10 && svg("path", { class: "crossed", d: "M4 4 20 20M20 4 4 20" })
  );
}

export function bars(block, { say }) {
  const totals = block.bars.map((bar) => bar.parts.reduce((sum, part) => sum + Math.max(0, size(part)), 0));
  const longest = Math.max(1, ...totals);
  const rows = block.bars.map((bar) => {
    const named = bar.parts.map((part, at) => `${say(block.parts[at])} ${say(part)}`).join(", ");
    return el(
      "li",
      { class: `tone-${bar.tone}` },
      el("span", { class: "bar-label" }, say(bar.label)),
      el("strong", { class: "bar-shown" }, say(bar.shown)),
      svg("svg", { class: "bar", role: "img", "aria-label": named, width: "100%", height: 22 }, stack(bar.parts, longest))
    );
  });
  return el("div", { class: "bars" }, block.parts.length > 1 && legend(block.parts.map(say), swatch), el("ul", {}, rows));
}

function stack(parts, longest) {
  let from = 0;
  return parts.map((part, at) => {
    const share = (100 * Math.max(0, size(part))) / longest;
    const rect = svg("rect", { class: `part part-${at % 4}`, x: `${from}%`, width: `${share}%`, y: 1, height: 20 });
    from += share;
    return rect;
  });
}

function legend(names, draw) {
  const shown = names.map((name, at) => el("li", {}, draw(at), name));
  return el("ul", { class: "legend" }, shown);
}

function swatch(at) {
  return svg("svg", { class: "swatch", width: 18, height: 18, "aria-hidden": "true" }, svg("rect", { class: `part part-${at % 4}`, x: 1, y: 1, width: 16, height: 16 }));
}

function dash(at) {
  return svg("svg", { class: "swatch", width: 34, height: 18, "aria-hidden": "true" }, svg("path", { class: `series series-${at % 5}`, d: "M2 9H32" }));
}

const HEIGHT = 240;
const TOP = 26;
const BOTTOM = 28;

// The outer SVG has no viewBox, so text keeps its size; the lines stretch in an inner one of 100 by 100.
export function line(block, { say }) {
  const all = block.series.reduce((list, series) => list.concat(series.values), []).concat(block.limit || []).filter(Boolean);
  const top = roundUp(Math.max(1, ...all.map(size)));
  const y = (value) => 100 - (100 * Math.max(0, value)) / top;
  const px = (value) => TOP + ((HEIGHT - TOP - BOTTOM) * y(value)) / 100;
  const model = all[0] || { count: 0 };
  const grid = [0, top / 2, top].map((value) => [
    svg("line", { class: "grid", x1: 0, x2: "100%", y1: px(value), y2: px(value) }),
    svg("text", { x: 0, y: px(value) - 5 }, value ? say(like(model, Math.round(value))) : "0"),
  ]);
  const paths = block.series.map((series, at) => seriesPath(series.values, y, at));
  const inner = { x: "2%", y: TOP, width: "96%", height: HEIGHT - TOP - BOTTOM, overflow: "visible", "aria-hidden": "true", viewBox: "0 0 100 100", preserveAspectRatio: "none" };
  const limit = block.limit && [
    svg("line", { class: "limit", x1: 0, x2: "100%", y1: px(size(block.limit)), y2: px(size(block.limit)) }),
    svg("text", { class: "limit-label", x: "100%", y: px(size(block.limit)) - 6, "text-anchor": "end" }, `${say(block.limit_label)} ${say(block.limit)}`),
  ];
  const times = block.times;
  const ends = times.length > 1 ? [[0, "0", "start"], [times.length - 1, "100%", "end"]] : [[0, "50%", "middle"]];
  const labels = times.length ? ends.map(([at, x, anchor]) => svg("text", { x, y: HEIGHT - 6, "text-anchor": anchor }, say(times[at]))) : [];
  const chart = svg(
    "svg",
    { class: "line", role: "img", "aria-label": lineName(block, say), width: "100%", height: HEIGHT },
    grid, svg("svg", inner, paths), limit || [], labels
  );
  return el("div", {}, chart, legend(block.series.map((series) => say(series.label)), dash));
}

function lineName(block, say) {
  const ends = block.series.map((series) => {
    const known = series.values.filter(Boolean);
    return `${say(series.label)}: ${say(known[0])} – ${say(known[known.length - 1])}`;
  });
  return `${say(block.caption)} ${ends.join("; ")}`;
}

const DOTS = 12; // in longer lines only values without neighbours are marked

// A gap in the values is a gap in the line; a dot is drawn as a stroke of no length so that it stays round.
function seriesPath(values, y, at) {
  const x = (place) => (values.length > 1 ? (place * 100) / (values.length - 1) : 50);
  const points = values.map((value, place) => value && `${x(place).toFixed(2)} ${y(size(value)).toFixed(2)}`);
  const path = points.map((point, place) => (point ? (points[place - 1] ? "L" : "M") + point : "")).join("");
  const alone = (place) => !points[place - 1] && !points[place + 1];
  const dots = points.map((point, place) => (point && (points.length <= DOTS || alone(place)) ? `M${point}h0` : "")).join("");
  return [svg("path", { class: `series series-${at % 5}`, d: path }), svg("path", { class: `series series-${at % 5} dots`, d: dots })];
}

// The next number of the form 1, 2, 2.5 or 5 times a power of ten.
function roundUp(number) {
  const power = Math.pow(10, Math.floor(Math.log10(number)));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= number);
}
