"""Finds syntax and names in scripts and styles that an Android WebView of 2019 (Chrome 74) does not know."""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      | (?P<template>`(?:\\.|[^`\\])*`)
      | (?P<regex>(?<=[(,=:\[!&|?{};])\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+/[a-z]*)
      | (?P<number>[0-9][0-9_a-zA-Z.]*)
      | (?P<name>[A-Za-z_$][\w$]*)
      | (?P<sign>\?\?=|\|\|=|&&=|\?\?|\?\.(?![0-9])|\#|[^\w\s])""",
    re.VERBOSE | re.DOTALL,
)
NEW_SIGNS = {"??=", "||=", "&&=", "??", "?.", "#", "@"}
NEW_NAMES = set(
    (
        "replaceAll at allSettled any replaceChildren hasOwn groupBy structuredClone randomUUID requestSubmit toSorted "
        "toReversed toSpliced findLast findLastIndex fromAsync WeakRef DisplayNames Segmenter formatRange dateStyle "
        "timeStyle notation signDisplay showPopover togglePopover checkVisibility withResolvers isWellFormed"
    ).split()
)
NEW_REGEX = re.compile(r"/[a-z]*[dv][a-z]*$|\\k<|\(\?[idmsux-]+:")
NEW_STYLES = (
    r":(?:is|where|has)\(",
    r"\b(?:clamp|min|max)\(",
    r"(?<![-\w])(?:gap|inset)\s*:",
    r"aspect-ratio\s*:",
    r"(?<![-\w])(?:margin|padding|inset)-(?:inline|block)\s*:",
    r":\s*revert\b",
    r"@(?:layer|container|property|scope)\b",
    r"(?<=\d)(?:dvh|svh|lvh|cqw|cqi)\b",
    r"\b(?:oklch|oklab|color-mix|color)\(",
    r"&",
)


def new_in_script(source: str) -> list[str]:
    """Every sign, name, number or pattern in a script that is newer than Chrome 74."""
    found = []
    before = ""
    for token in TOKEN.finditer(source):
        kind, text = token.lastgroup, token.group().strip()
        if kind == "template":
            found += [new for part in re.findall(r"\$\{([^}]*)\}", text) for new in new_in_script(part)]
        fresh = {
            "sign": text in NEW_SIGNS,
            "name": text in NEW_NAMES and (before == "." or source[token.end() :].lstrip().startswith(":")),
            "number": "_" in text,
            "regex": bool(NEW_REGEX.search(text)),
        }
        if fresh.get(kind):
            found.append(text)
        if kind != "comment":
            before = text
    return found


def new_in_styles(source: str) -> list[str]:
    """Every property, function or selector in a style sheet that is newer than Chrome 74 and would be missed there."""
    source = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    return [match.group() for pattern in NEW_STYLES for match in re.finditer(pattern, source)]
