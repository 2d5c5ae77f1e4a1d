// Typed values and texts in words, by the same rules as contract/formatting.py.

export function speaker(lang, currencies) {
  const locale = known(lang);
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const months = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  const mark = decimalMark(lang);

  function number(scaled, places, fixed) {
    const size = Math.abs(scaled);
    const unit = Math.pow(10, places);
    let fraction = places ? String(size % unit).padStart(places, "0") : "";
    if (!fixed) fraction = fraction.replace(/0+$/, "");
    return (scaled < 0 ? "-" : "") + whole.format(Math.floor(size / unit)) + (fraction && mark + fraction);
  }

  function month(at) {
    return months.format(new Date(Date.UTC(2026, at - 1, 15)));
  }

  const formats = {
    money(shown) {
      const [symbol, places] = currencies[shown.currency] || [shown.currency + " ", 2];
      const cents = shown.money % Math.pow(10, places) !== 0;
      return (shown.money < 0 ? "-" : "") + symbol.replace(" ", "\u00a0") + amount(Math.abs(shown.money), places, cents);
    },
    rate(shown) {
      const step = Math.pow(10, 4 - shown.digits);
      const size = Math.floor((2 * Math.abs(shown.rate) + step) / (2 * step));
      return number(shown.rate < 0 ? -size : size, shown.digits) + "%";
    },
    decimal: (shown) => number(shown.decimal, shown.digits),
    count: (shown) => number(shown.count, 0),
    date(shown) {
      const [year, at, day] = shown.date.split("-");
      return [day && Number(day), at && month(Number(at)), year].filter(Boolean).join(" ");
    },
    quarter(shown) {
      const [year, at] = shown.quarter.split("-").map(Number);
      return `${month(at * 3 - 2)}–${month(at * 3)} ${year}`;
    },
  };

  function amount(size, places, cents) {
    return cents ? number(size, places, true) : number(size / Math.pow(10, places), 0);
  }

  function say(shown) {
    if (shown === null || shown === undefined) return "–";
    if (typeof shown !== "object") return String(shown);
    if ("text" in shown) return fill(shown.text, shown.values, say);
    const kind = Object.keys(formats).find((name) => name in shown);
    return kind ? formats[kind](shown) : "–";
  }

  // A typed value as a person types it into a field: the same number without symbol or sign.
  say.written = function (shown) {
    if (typeof shown !== "object" || shown === null) return String(shown === null || shown === undefined ? "" : shown);
    if ("money" in shown) {
      const places = (currencies[shown.currency] || ["", 2])[1];
      return amount(shown.money, places, shown.money % Math.pow(10, places) !== 0);
    }
    return say(shown).replace("%", "");
  };
  return say;
}

// Puts values into the `{places}` of a sentence, in one pass, so that a value's own braces stay as they are.
export function fill(sentence, values, say) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => {
    if (!Object.prototype.hasOwnProperty.call(values, name)) return place;
    return say ? say(values[name]) : values[name];
  });
}

// The decimal mark people type in a language: English the point, Indonesian and its neighbours the comma.
export function decimalMark(lang) {
  return lang === "en" ? "." : ",";
}

// Old browsers lack the small languages; those write numbers and months as Indonesian does.
function known(lang) {
  return Intl.NumberFormat.supportedLocalesOf(lang).length ? lang : "id";
}
