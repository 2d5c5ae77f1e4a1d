// Keeps what was typed on this phone only, so that a reload loses nothing; a full or forbidden store harms nothing.
const PREFIX = "bekal.inputs.";

export function remembered(slug) {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + slug));
    return kept && typeof kept.inputs === "object" && kept.inputs ? kept : null;
  } catch (error) {
    return null;
  }
}

export function remember(slug, lang, inputs) {
  try {
    localStorage.setItem(PREFIX + slug, JSON.stringify({ lang, inputs }));
  } catch (error) {
    // Nothing to do: the form still holds what was typed.
  }
}

export function forget(slug) {
  try {
    localStorage.removeItem(PREFIX + slug);
  } catch (error) {
    // Nothing was kept.
  }
}
