// Draws one field of a form: {node, read, write, report, unfilled, focus, refresh}.
import { el, empty, icon, uid } from "./dom.js";
import { fill } from "./format.js";

const RADIOS = 5; // so many options or fewer are shown all at once

export function drawField(field, to) {
  const kinds = { choice: field.options && field.options.length > RADIOS ? select : radios, choices: checkboxes, checklist: checkboxes, yesno, date, rows, text };
  const drawn = (kinds[field.kind] || number)(field, to);
  drawn.field = field;
  drawn.node.setAttribute("data-field", field.name);
  if (field.default !== undefined) drawn.write(field.default);
  return drawn;
}

// What is under every field: help, what was read, what is wrong, and meanings to choose from.
function remarks(field, to) {
  const id = uid();
  const help = field.help && el("p", { class: "help", id: `${id}-help` }, to.say(field.help));
  const echo = el("p", { class: "echo", id: `${id}-echo` });
  const error = el("p", { class: "error", id: `${id}-error` });
  const meanings = el("div", { class: "meanings", role: "group", "aria-label": to.ui.meaning, hidden: true });
  return {
    id, help, meanings, below: [echo, error],
    age: (old) => echo.classList.toggle("old", old),
    describedby: [help && help.id, echo.id, error.id].filter(Boolean).join(" "),
    show(report, marked, choose) {
      empty(echo, report.echo && to.say(report.echo));
      echo.classList.remove("old");
      empty(error, report.error && [icon("warning"), el("span", {}, to.say(report.error))]);
      marked.forEach((node) => (report.error ? node.setAttribute("aria-invalid", "true") : node.removeAttribute("aria-invalid")));
      const offered = (report.options || []).map((option) => el("button", { type: "button", class: "meaning", click: () => choose(option) }, (choose.prefix || "") + option));
      empty(meanings, offered);
      meanings.hidden = !offered.length;
    },
  };
}

function label(field, to, id) {
  return el("label", { for: id }, to.say(field.label), optional(field, to));
}

function optional(field, to) {
  return !field.required && field.kind !== "checklist" && el("span", { class: "optional" }, ` (${to.ui.optional})`);
}

// One input, with what stands before or behind it.
function single(field, to, input, { before, behind } = {}) {
  const about = remarks(field, to);
  const typed = () => (before ? before.textContent : "") + input.value;
  let read = { typed: null, echo: "" };
  Object.entries({ id: about.id, "aria-describedby": [behind && behind.id, about.describedby].filter(Boolean).join(" "), required: field.required }).forEach(([name, value]) => value && input.setAttribute(name, value === true ? "" : value));
  const choose = (option) => {
    input.value = option;
    input.focus();
    to.changed(field.name);
  };
  return {
    node: el("div", { class: `field field-${field.kind}` }, label(field, to, about.id), about.help, el("div", { class: "control" }, before, input, behind), about.below, about.meanings),
    read: () => input.value,
    write(value) { input.value = typeof value === "string" ? value : ""; },
    report({ error, options, echo }) {
      choose.prefix = before ? before.textContent : "";
      if (echo) read = { typed: typed(), echo };
      // A refusal brings no echoes; what was read before and has not changed still stands.
      about.show({ error, options, echo: !error && read.typed === typed() ? read.echo : "" }, [input], choose);
    },
    unfilled: () => field.required && !input.value.trim(),
    focus: () => input.focus(),
    refresh: () => about.age(read.typed !== typed()),
  };
}

function text(field, to) {
  return single(field, to, el("input", { type: "text", maxlength: field.longest, autocomplete: "off" }));
}

function date(field, to) {
  return single(field, to, el("input", { type: "date" }));
}

// Money, number, percent, count: typed as text. A value nobody has touched stays exact, as the typed value it came as.
function number(field, to) {
  const money = field.kind === "money";
  const before = money && el("span", { class: "unit" });
  const unit = field.kind === "percent" ? "%" : to.say(field.unit || "");
  const behind = unit && el("span", { class: "unit", id: uid() }, unit);
  const mode = field.kind === "count" ? "numeric" : "decimal";
  const input = el("input", { type: "text", inputmode: mode, autocomplete: "off", maxlength: 80 });
  const drawn = single(field, to, input, { before, behind });
  let kept = null;
  let shown = "";
  drawn.read = () => (kept && input.value === shown && (!money || kept.currency === to.currency(field)) ? kept : input.value);
  drawn.write = (value) => {
    kept = value && typeof value === "object" ? value : null;
    shown = to.say.written(value);
    input.value = shown;
  };
  const age = drawn.refresh;
  drawn.refresh = () => {
    const code = money && to.currency(field);
    const symbol = money && (to.currencies[code] || [code])[0].trim();
    if (money && before.textContent !== symbol) empty(before, symbol);
    age();
  };
  drawn.refresh();
  return drawn;
}

function select(field, to) {
  const blank = el("option", { value: "" }, to.ui.pick);
  const input = el("select", {}, blank, field.options.map((option) => el("option", { value: option.value }, to.say(option.label))));
  return single(field, to, input);
}

// A group of radio buttons or checkboxes under one question.
function group(field, to, type, options) {
  const about = remarks(field, to);
  const inputs = options.map((option) => el("input", { type, name: about.id, value: String(option.value) }));
  const lines = options.map((option, at) => el("label", { class: "choice" }, inputs[at], el("span", {}, to.say(option.label))));
  const role = type === "radio" ? { role: "radiogroup" } : {};
  const node = el(
    "fieldset",
    Object.assign({ class: `field field-${field.kind}`, "aria-describedby": about.describedby }, role),
    el("legend", {}, to.say(field.label), optional(field, to)), about.help, lines, about.below
  );
  return {
    node, inputs,
    chosen: () => options.filter((option, at) => inputs[at].checked).map((option) => option.value),
    choose(values) { inputs.forEach((input, at) => { input.checked = values.includes(options[at].value); }); },
    report: (report) => about.show(report, type === "radio" ? [node] : inputs, () => {}),
    focus: () => (inputs.find((input) => input.checked) || inputs[0]).focus(),
    unfilled: () => field.required && !inputs.some((input) => input.checked),
    refresh() {},
  };
}

function radios(field, to) {
  const drawn = group(field, to, "radio", field.options);
  drawn.read = () => (drawn.chosen().length ? drawn.chosen()[0] : null);
  drawn.write = (value) => drawn.choose([value]);
  return drawn;
}

function yesno(field, to) {
  const drawn = radios(Object.assign({}, field, { options: [{ value: true, label: to.ui.yes }, { value: false, label: to.ui.no }] }), to);
  drawn.write = (value) => drawn.choose([value === "yes" ? true : value === "no" ? false : value]);
  return drawn;
}

function checkboxes(field, to) {
  const drawn = group(field, to, "checkbox", field.options);
  drawn.read = drawn.chosen;
  drawn.write = (value) => drawn.choose(Array.isArray(value) ? value : []);
  return drawn;
}

// Lines of the same fields; each can be taken away, and more can be added.
function rows(field, to) {
  const about = remarks(field, to);
  const list = el("div", { class: "rows" });
  const more = el("button", { type: "button", class: "quiet add", click: () => { insert({}).focus(); to.changed(field.name); } }, "+ ", to.ui.addRow);
  let lines = [];

  function insert(values) {
    const fields = field.fields.map((inner) => drawField(inner, Object.assign({}, to, { changed: () => to.changed(field.name) })));
    const remove = el("button", { type: "button", class: "quiet remove" }, icon("cross"), el("span", { class: "spoken" }));
    const row = { fields, remove, node: el("div", { class: "row", role: "group" }, el("div", { class: "row-fields" }, fields.map((one) => one.node)), remove), focus: () => fields[0].focus() };
    remove.addEventListener("click", () => takeAway(row));
    fields.forEach((one) => one.field.name in values && one.write(values[one.field.name]));
    lines.push(row);
    list.appendChild(row.node);
    refresh();
    return row;
  }

  function takeAway(row) {
    const at = lines.indexOf(row);
    lines.splice(at, 1);
    list.removeChild(row.node);
    refresh();
    (lines[at] ? lines[at].remove : lines[at - 1] ? lines[at - 1].remove : more).focus();
    to.announce(to.ui.rowRemoved);
    to.changed(field.name);
  }

  function refresh() {
    lines.forEach((row, at) => {
      const words = row.fields.find((one) => one.field.kind === "text");
      const name = (words && words.read().trim()) || String(at + 1);
      row.node.setAttribute("aria-label", `${to.say(field.row_label) || to.say(field.label)} ${at + 1}`);
      const title = fill(to.ui.removeRow, { name });
      if (row.remove.lastChild.textContent !== title) empty(row.remove.lastChild, title);
      row.fields.forEach((one) => one.refresh());
    });
    more.disabled = lines.length >= field.most;
  }

  function report({ error, rows: inner }) {
    about.show({ error }, [], () => {});
    lines.forEach((row, at) => row.fields.forEach((one) => one.report(((inner || {})[at] || {})[one.field.name] || {})));
  }

  return {
    node: el("fieldset", { class: "field field-rows", "aria-describedby": about.describedby }, el("legend", {}, to.say(field.label), optional(field, to)), about.help, list, more, about.below),
    read: () => lines.map((row) => row.fields.reduce((found, one) => Object.assign(found, { [one.field.name]: one.read() }), {})),
    write(values) {
      lines = [];
      empty(list);
      (Array.isArray(values) ? values : []).slice(0, field.most).forEach((row) => row && typeof row === "object" && insert(row));
      refresh();
    },
    report, refresh,
    unfilled: () => field.required && !lines.length,
    focus() {
      const wrong = lines.reduce((all, row) => all.concat(row.fields), []).find((one) => one.node.querySelector("[aria-invalid]"));
      (wrong || lines[0] || more).focus();
    },
  };
}
