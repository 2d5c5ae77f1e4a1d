// One activity on the screen: the form, its answer, and what happens between them.
import { el, empty, icon, uid } from "./dom.js";
import { fill, speaker } from "./format.js";
import { drawForm, retyped } from "./form.js";
import { drawBlocks, headline, markScrollers } from "./blocks.js";
import { forget, remember, remembered } from "./store.js";

const PAUSE = 250; // ms without a key before typing counts as finished
const WAITS = [1, 2, 4, 8, 15, 30]; // seconds between attempts to reach a lost engine

// `answer` is the worked example's answer; `quiz` forms are answered only when their button is pressed.
export function mount(root, { declaration, ui, engine, answer, quiz }) {
  const { slug, lang } = declaration;
  const say = speaker(lang, declaration.currencies);
  const to = { say, ui, changed, announce };
  const live = el("p", { class: "spoken", role: "status", "aria-live": "polite" });
  const form = drawForm(declaration, to);
  const screen = drawAnswer(root, to, say(declaration.title));
  const example = form.read();
  const touched = new Set();
  let latest = 0;
  let typing = null;
  let waiting = null;
  let failures = 0;
  let shown = "";

  function announce(sentence) {
    empty(live, sentence);
  }

  function changed(name) {
    touched.add(name);
    form.refresh();
    remember(slug, lang, form.read());
    if (quiz) state(shown ? "old" : "empty", ui.pressAgain);
    else ask(false);
  }

  function ask(pressed) {
    clearTimeout(typing);
    clearTimeout(waiting);
    const missing = form.unfilled().filter((name) => !touched.has(name));
    latest += 1;
    if (missing.length && !pressed) {
      state(shown ? "old" : "empty", ui.fillFirst);
      return;
    }
    const number = latest;
    if (screen.name !== "lost") state("busy", ui.calculating);
    const current = (act) => (result) => number === latest && act(result, pressed);
    engine.answer(slug, form.read(), lang).then(current(arrived), current(failed));
  }

  function arrived(result, pressed) {
    const back = failures > 0;
    failures = 0;
    form.report(result);
    if (result.errors) refused(result.errors, pressed);
    else show(result, back ? ui.connected : "");
    if (pressed && !result.errors) screen.focus();
  }

  function refused(errors, pressed) {
    const strange = Object.keys(errors).filter((path) => !form.knows(path)).map((path) => say(errors[path]));
    state(shown ? "old" : "empty", [ui.fixFirst].concat(strange).join(" "));
    announce(fill(ui.problems, { count: say({ count: Object.keys(errors).length }) }));
    if (pressed) form.focusFirst(errors);
  }

  function show(result, before) {
    const text = JSON.stringify(result.blocks);
    if (text !== shown) {
      drawBlocks(screen.blocks, result.blocks, to);
      measure();
      const head = headline(result.blocks, to, shown ? JSON.parse(shown) : []);
      screen.headline(head);
      if (shown) announce([before, head.label + (head.value && ": " + head.value)].join(" ").trim());
    } else if (before) announce(before);
    shown = text;
    state("fresh", "");
  }

  function failed(failure) {
    if (!failure.again) {
      state("old", failure.sentence || ui.failed);
      return;
    }
    state("lost", failure.sentence || ui.lost);
    waiting = setTimeout(() => ask(false), 1000 * WAITS[Math.min(failures, WAITS.length - 1)]);
    failures += 1;
  }

  // An old answer is drawn narrower than a fresh one, so its tables are measured again.
  function state(name, sentence) {
    screen.state(name, sentence);
    measure();
  }

  function measure() {
    markScrollers(screen.blocks);
  }

  function retry() {
    if (screen.name === "lost" && document.visibilityState !== "hidden") ask(false);
  }

  function fillWith(inputs) {
    form.write(inputs);
    Object.keys(inputs).forEach((name) => touched.add(name));
    changed(Object.keys(inputs)[0]);
  }

  function reset() {
    forget(slug);
    touched.clear();
    form.write(Object.assign(blanks(declaration), example));
    form.report({});
    if (answer) {
      latest += 1;
      form.report(answer);
      show(answer, "");
    } else {
      shown = "";
      latest += 1;
      empty(screen.blocks);
      screen.headline({ label: "", value: "" });
      state("empty", ui.fillFirst);
    }
    announce(ui.resetDone);
  }

  const node = el(
    "form",
    {
      class: "form", novalidate: true, autocomplete: "off",
      submit(event) {
        event.preventDefault();
        ask(true);
      },
      input(event) {
        const field = event.target.closest("[data-field]");
        if (field && event.target.type === "text") {
          clearTimeout(typing);
          form.refresh();
          if (!quiz && screen.name !== "lost") state("busy", ui.calculating);
          typing = setTimeout(() => changed(topName(event.target)), PAUSE);
        }
      },
      change(event) {
        if (event.target.type !== "text") changed(topName(event.target));
      },
    },
    presets(declaration, to, fillWith),
    form.node,
    el("p", { class: "tools" },
      el("button", { type: "submit", class: "main" }, quiz ? ui.check : ui.calculate),
      el("button", { type: "button", class: "quiet", click: reset }, ui.reset)),
    el("p", { class: "help kept" }, icon("phone"), ui.keptHere),
    !quiz && screen.peek
  );
  screen.retry.addEventListener("click", () => ask(false));
  window.addEventListener("online", retry);
  window.addEventListener("resize", measure);
  screen.blocks.addEventListener("toggle", measure, true);
  document.addEventListener("visibilitychange", retry);

  const heading = el("div", { class: "activity-head" }, el("h3", {}, say(declaration.title)), declaration.summary && el("p", {}, say(declaration.summary)));
  empty(root, heading, el("div", { class: "sides" }, node, screen.node), live);
  root.classList.add("bekal", "activity", "ready");

  const kept = remembered(slug);
  if (answer) {
    form.report(answer);
    show(answer, "");
  } else state("empty", ui.fillFirst);
  if (kept) {
    form.write(retyped(declaration, kept.inputs, kept.lang));
    if (!quiz && JSON.stringify(form.read()) !== JSON.stringify(example)) ask(false);
  }
  return function unmount() {
    latest += 1;
    clearTimeout(typing);
    clearTimeout(waiting);
    window.removeEventListener("online", retry);
    window.removeEventListener("resize", measure);
    document.removeEventListener("visibilitychange", retry);
  };
}

// The outermost field around a control: in rows that is the list, not the cell.
function topName(node) {
  let name = "";
  for (let field = node.closest("[data-field]"); field; field = field.parentNode.closest("[data-field]")) name = field.getAttribute("data-field");
  return name;
}

function blanks(declaration) {
  const fields = declaration.sections.reduce((all, section) => all.concat(section.fields), []);
  return fields.reduce((found, field) => Object.assign(found, { [field.name]: field.default === undefined ? null : field.default }), {});
}

function presets(declaration, { say, ui }, fillWith) {
  if (!declaration.presets.length) return null;
  const buttons = declaration.presets.map((preset) => el("button", { type: "button", class: "preset", click: () => fillWith(preset.inputs) }, say(preset.label)));
  return el("div", { class: "presets", role: "group", "aria-label": ui.presets }, el("p", {}, ui.presets), buttons);
}

// The answer's side of the screen; `state` says how the shown answer stands to what is typed.
function drawAnswer(root, { ui }, about) {
  const id = uid();
  const title = el("h3", { id, tabindex: -1 }, ui.answer);
  const words = el("span", {});
  const retry = el("button", { type: "button", class: "quiet", hidden: true }, ui.retryNow);
  const banner = el("div", { class: "state", hidden: true }, icon("wifi"), words, retry);
  const blocks = el("div", { class: "blocks" });
  const peek = el("a", { class: "peek", href: `#${id}`, hidden: true });
  const node = el("section", { class: "answer", "aria-label": `${ui.answer}: ${about}` }, title, banner, blocks);
  let head = { label: "", value: "" };
  return {
    node, blocks, retry, peek, name: "empty",
    headline(found) {
      head = found;
    },
    state(name, sentence) {
      this.name = name;
      root.setAttribute("data-state", name);
      node.setAttribute("aria-busy", name === "busy" ? "true" : "false");
      banner.hidden = !sentence;
      retry.hidden = name !== "lost";
      if (words.textContent !== sentence) empty(words, sentence);
      peek.hidden = !head.label;
      empty(peek, el("span", {}, name === "fresh" ? head.label : sentence), name === "fresh" && el("strong", {}, head.value), icon("down"));
    },
    focus() {
      title.focus();
      title.scrollIntoView({ block: "start" });
    },
  };
}
