// Where answers come from. An engine is {answer(slug, inputs, lang) -> Promise}: {blocks, echo} or {errors, options};
// it rejects with a Failure when it has no answer at all.

const PATIENCE = 10000; // ms until a silent server counts as lost
const offered = [];

export class Failure extends Error {
  constructor(message, again) {
    super(message || "");
    this.sentence = message || "";
    this.again = again; // whether asking once more can help
  }
}

// Further engines, such as Python in the browser, are asked when the ones before them cannot be reached.
export function offerEngine(engine) {
  offered.push(engine);
}

export function inTurn(first) {
  return {
    answer(slug, inputs, lang) {
      return offered.reduce(
        (asked, engine) => asked.catch((failure) => {
          if (!failure.again) throw failure;
          return engine.answer(slug, inputs, lang);
        }),
        first.answer(slug, inputs, lang)
      );
    },
  };
}

export function server(base) {
  return { answer: (slug, inputs, lang) => post(`${base}${encodeURIComponent(slug)}`, JSON.stringify({ inputs, lang })) };
}

async function post(address, body) {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE);
  try {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(address, { method: "POST", headers, body, signal: impatience.signal });
    return await understood(response);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("", true);
  } finally {
    clearTimeout(timer);
  }
}

async function understood(response) {
  const said = await response.json().catch(() => ({}));
  if (response.status === 200 && Array.isArray(said.blocks)) return said;
  if (response.status === 422 && said.errors) return said;
  const busy = response.status === 429 || response.status >= 500 || response.status === 200;
  throw new Failure(typeof said.message === "string" ? said.message : "", busy);
}
