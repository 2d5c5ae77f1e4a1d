// The notebook's side: anywidget gives a model with three traits; the kernel answers what is put into `inputs`.
import { Failure } from "./engines.js";
import { mount } from "./activity.js";

const SILENCE = 10000; // ms until a silent kernel counts as lost

export function kernel(model, lostSentence) {
  const view = Math.random().toString(36).slice(2);
  let asked = 0;
  return {
    answer(slug, inputs, lang) {
      asked += 1;
      const number = `${view}.${asked}`;
      return new Promise((resolve, reject) => {
        const done = () => {
          clearTimeout(timer);
          model.off("change:result", heard);
        };
        const heard = () => {
          const result = model.get("result");
          if (result.number !== number) return;
          done();
          if (result.message) reject(new Failure(result.message, false));
          else resolve(result);
        };
        const timer = setTimeout(() => {
          done();
          reject(new Failure(lostSentence, true));
        }, SILENCE);
        model.on("change:result", heard);
        model.set("inputs", { number, inputs, lang });
        model.save_changes();
      });
    },
  };
}

function render({ model, el: place }) {
  const { declaration, ui, answer } = model.get("declaration");
  const root = document.createElement("div");
  place.appendChild(root);
  return mount(root, { declaration, ui, engine: kernel(model, ui.kernelLost), answer, quiz: false });
}

export default { render };
