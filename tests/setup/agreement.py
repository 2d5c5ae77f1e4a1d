"""Compares the four places that name Bekal's packages: pyproject.toml, requirements/*.in, *.txt and environment.yml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

# Named in base.in for the set-up's sake; no code of Bekal imports them.
ONLY_FOR_SETTING_UP = {"setuptools", "argon2-cffi-bindings"}

Ranges = dict[str, SpecifierSet]
Pins = dict[str, set[Version]]


def disagreements(root: Path) -> list[str]:
    """Every way in which the files below `root` contradict each other, one sentence each."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    base = ranges(project["dependencies"])
    test = ranges(project["optional-dependencies"]["test"])
    base_pins = pins(root / "requirements/base.txt")
    test_pins = pins(root / "requirements/test.txt")
    environment = yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))
    return [
        *different("base.in", ranges_in(root / "requirements/base.in"), base),
        *different("test.in", ranges_in(root / "requirements/test.in"), test),
        *outside("base.txt", base_pins, base),
        *outside("test.txt", test_pins, base | test),
        *(
            f"test.txt: {name} is not pinned as in base.txt"
            for name in base_pins
            if test_pins.get(name) != base_pins[name]
        ),
        *in_conda(environment, test_pins, set(base) | set(test), project["requires-python"]),
    ]


def ranges(requirements: list[str]) -> Ranges:
    """The versions that each named package may have."""
    return {item.name: item.specifier for item in map(Requirement, requirements)}


def ranges_in(path: Path) -> Ranges:
    """The ranges of an .in file, without what only the set-up needs."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    found = ranges([line for line in lines if line and not line.startswith(("#", "-"))])
    return {name: found[name] for name in found if name not in ONLY_FOR_SETTING_UP}


def pins(path: Path) -> Pins:
    """The pinned versions of a compiled list; a package may have one per Python version."""
    found: Pins = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", path.read_text(encoding="utf-8"), re.M):
        found.setdefault(name, set()).add(Version(version))
    return found


def different(file: str, found: Ranges, wanted: Ranges) -> Iterator[str]:
    """Packages whose range in `file` is not the one of pyproject.toml."""
    for name in sorted(found.keys() | wanted.keys()):
        if found.get(name) != wanted.get(name):
            yield f"{file}: {name} has {found.get(name)}, pyproject.toml has {wanted.get(name)}"


def outside(file: str, found: Pins, wanted: Ranges) -> Iterator[str]:
    """Packages whose pin in `file` is missing or outside the range of pyproject.toml."""
    for name, allowed in wanted.items():
        if name not in found or not all(version in allowed for version in found[name]):
            yield f"{file}: {name} is not pinned within {allowed}"


def in_conda(environment: dict, found: Pins, wanted: set[str], python: str) -> Iterator[str]:
    """What environment.yml lacks, has too much, or has in another version than the pinned lists."""
    plain = [item for item in environment["dependencies"] if isinstance(item, str)]
    through_pip = [line for item in environment["dependencies"] if isinstance(item, dict) for line in item["pip"]]
    named = dict(re.match(r"([\w.-]+)(.*)", item).groups() for item in [*plain, *through_pip] if item[0] != "-")
    if environment["channels"] != ["conda-forge", "nodefaults"]:
        yield "environment.yml: the channels are not conda-forge alone"
    if named.pop("python", "") != python:
        yield f"environment.yml: python is not {python}"
    if not any(line in ("-e .", "--editable .") for line in through_pip):
        yield "environment.yml: Bekal itself is not installed"
    for name in sorted(named.keys() ^ (wanted | {"pip", "setuptools"})):
        yield f"environment.yml: {name} is missing or too much"
    for name in sorted(named.keys() & found.keys()):
        if not all(admits(named[name], version) for version in found[name]):
            yield f"environment.yml: {name}{named[name]} is not the pinned version"


def admits(spec: str, version: Version) -> bool:
    """Whether a conda spec such as =4.6 or a pip spec such as ==4.6.6 takes this version."""
    exactly = spec.startswith("==")
    return version in SpecifierSet(spec if exactly else f"={spec}.*")
