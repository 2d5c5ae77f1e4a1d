// Draws an activity's form in sections; reads it, fills it, and says field by field what came back.
import { el, icon } from "./dom.js";
import { drawField } from "./fields.js";
import { decimalMark } from "./format.js";

const NUMBERS = ["money", "number", "percent", "count"];

export function drawForm(declaration, to) {
  const drawn = {};
  const at = Object.assign({ currencies: declaration.currencies, currency }, to);
  const sections = declaration.sections.map((section) => drawSection(section, at, drawn));
  const all = () => Object.keys(drawn).map((name) => drawn[name]);

  // The currency of an amount is that of the option chosen in another field, or its own.
  function currency(field) {
    const choice = field.currency_of && drawn[field.currency_of];
    const option = choice && (choice.field.options.find((one) => one.value === choice.read()) || choice.field.options.find((one) => one.value === choice.field.default));
    return (option && option.currency) || field.currency;
  }

  function asked(one) {
    if (!one.field.only_if) return true;
    const [name, wanted] = one.field.only_if;
    return wanted.includes(drawn[name].read());
  }

  function refresh() {
    all().forEach((one) => {
      one.node.hidden = !asked(one);
      one.refresh();
    });
  }

  function report({ errors = {}, options = {}, echo = {} }) {
    all().forEach((one) => one.report({
      error: errors[one.field.name], options: options[one.field.name], echo: echo[one.field.name],
      rows: one.field.kind === "rows" && byRow(one.field.name, { errors, options, echo }),
    }));
  }

  refresh();
  return {
    node: el("div", {}, sections),
    refresh, report,
    read: () => all().filter(asked).reduce((found, one) => Object.assign(found, { [one.field.name]: one.read() }), {}),
    write(inputs) {
      // Choices first: amounts take their currency from them.
      const order = all().sort((one, other) => NUMBERS.includes(one.field.kind) - NUMBERS.includes(other.field.kind));
      order.forEach((one) => one.field.name in inputs && one.write(inputs[one.field.name]));
      refresh();
    },
    unfilled: () => all().filter((one) => asked(one) && one.unfilled()).map((one) => one.field.name),
    focusFirst(errors) {
      const names = Object.keys(errors).map((path) => path.split(".")[0]);
      const first = all().find((one) => names.includes(one.field.name));
      if (first) first.focus();
    },
    knows: (path) => path.split(".")[0] in drawn,
  };
}

// `{"costs.0.cost": x}` as `{0: {cost: {error: x}}}`; a problem of a whole row goes to its first field.
function byRow(name, kinds) {
  const found = {};
  [["errors", "error"], ["options", "options"], ["echo", "echo"]].forEach(([from, as]) => {
    Object.keys(kinds[from]).filter((path) => path.startsWith(name + ".")).forEach((path) => {
      const [, row, inner] = path.split(".");
      found[row] = found[row] || {};
      found[row][inner] = Object.assign(found[row][inner] || {}, { [as]: kinds[from][path] });
    });
  });
  return found;
}

function drawSection(section, to, drawn) {
  const fields = section.fields.map((field) => {
    drawn[field.name] = drawField(field, to);
    return drawn[field.name].node;
  });
  const help = section.help && el("p", { class: "help" }, to.say(section.help));
  const body = el("div", { class: "fields" }, fields);
  if (!section.title) return el("div", { class: "section" }, help, body);
  const side = section.side === "both" ? null : el("span", { class: "side" }, icon(section.side), to.ui.sides[section.side]);
  return el("fieldset", { class: `section side-${section.side}` }, el("legend", {}, el("span", { class: "section-title" }, to.say(section.title)), side), help, body);
}

// What was typed in a language with the other decimal mark, with its points and commas exchanged: 1.500,5 is 1,500.5.
export function retyped(declaration, inputs, lang) {
  if (decimalMark(lang) === decimalMark(declaration.lang)) return inputs;
  const fields = declaration.sections.reduce((all, section) => all.concat(section.fields), []);
  return exchangeAll(fields, inputs);
}

function exchangeAll(fields, inputs) {
  return fields.reduce((found, field) => {
    const value = inputs[field.name];
    if (NUMBERS.includes(field.kind) && typeof value === "string") found[field.name] = value.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
    else if (field.kind === "rows" && Array.isArray(value)) found[field.name] = value.map((row) => exchangeAll(field.fields, row || {}));
    else if (value !== undefined) found[field.name] = value;
    return found;
  }, {});
}
