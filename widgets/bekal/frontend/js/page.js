// The lesson page: starts every activity on it and wakes the buttons that need a script.
import { inTurn, offerEngine, server } from "./engines.js";
import { mount } from "./activity.js";

function start() {
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
  const data = document.getElementById("bekal-page");
  if (!data) return;
  const page = JSON.parse(data.textContent);
  const engine = inTurn(server(page.answerUrl || "/answer/"));
  document.querySelectorAll("[data-activity]").forEach((root) => {
    const slug = root.getAttribute("data-activity");
    if (!page.activities[slug]) return;
    const quiz = root.hasAttribute("data-quiz");
    mount(root, { declaration: page.activities[slug], ui: page.ui, engine, answer: page.answers[slug], quiz });
  });
}

// The text comes first: drawing the form must not hold back the first picture of a slow phone. A page in the background is
// not painted at all, so it does not wait for that.
function afterFirstPaint(act) {
  let begun = false;
  const once = () => {
    if (!begun) act();
    begun = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 200);
}

afterFirstPaint(start);

export { offerEngine };
