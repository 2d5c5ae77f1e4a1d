"""A copy of Bekal in miniature: one package, one wheelhouse, an own way of building, and no network."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from pathlib import Path

import pytest

from bekal.starting.place import Place

# Builds an editable wheel as setuptools would, in miniature, so that these tests need nothing from outside.
BUILD_BACKEND = """
import zipfile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "miniature-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel_directory + "/" + name, "w") as wheel:
        for path, text in FILES.items():
            wheel.writestr("miniature-1.0.dist-info/" + path, text)
    return name

FILES = {
    "METADATA": "Metadata-Version: 2.1\\nName: miniature\\nVersion: 1.0\\n",
    "WHEEL": "Wheel-Version: 1.0\\nGenerator: miniature\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    "RECORD": "",
}
"""
PYPROJECT = """
[build-system]
requires = []
build-backend = "miniature_backend"
backend-path = ["."]

[project]
name = "miniature"
version = "1.0"
"""


def write_wheel(folder: Path, name: str, version: str = "1.0") -> str:
    """Write a wheel with one module that knows its version; returns the file's SHA-256."""
    folder.mkdir(exist_ok=True)
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},sha256={record_hash(text)},{len(text)}\n" for path, text in files.items())
    target = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(target, "w") as wheel:
        for path, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            wheel.writestr(path, text)
    return hashlib.sha256(target.read_bytes()).hexdigest()


def record_hash(text: str) -> str:
    """A file's hash as a wheel's RECORD writes it."""
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


def write_list(place: Place, name: str, *pinned: tuple[str, str, str]) -> None:
    """Write a pinned and hashed list from (package, version, SHA-256)."""
    place.requirements(name).parent.mkdir(exist_ok=True)
    lines = [f"{package}=={version} \\\n    --hash=sha256:{sha}\n" for package, version, sha in pinned]
    place.requirements(name).write_text("".join(lines), encoding="utf-8")


@pytest.fixture
def miniature(tmp_path: Path) -> Place:
    """A fresh copy with a wheelhouse that holds what its list asks for."""
    place = Place(tmp_path / "bekal")
    place.root.mkdir()
    (place.root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (place.root / "miniature_backend.py").write_text(BUILD_BACKEND, encoding="utf-8")
    write_list(place, "base", ("provisions", "1.0", write_wheel(place.wheelhouse, "provisions")))
    return place
