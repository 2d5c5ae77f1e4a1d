"""A whole set-up from a wheelhouse, without network: the first, the second, the interrupted and the refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bekal.starting.commands import hand_over
from bekal.starting.place import Place
from bekal.starting.setting_up import drop_old_wheels, set_up
from bekal.starting.stamp import state
from bekal.starting.words import Stop
from tests.setup.conftest import write_list, write_wheel

BASE = ("base",)


@pytest.fixture(autouse=True)
def no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only index is an empty folder, and pip's settings of this machine are strange."""
    index = tmp_path / "index"
    index.mkdir()
    monkeypatch.setenv("PIP_INDEX_URL", index.as_uri())
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "none.ini"))
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "astray"))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "astray"))
    return index


def version_in(place: Place) -> str:
    """The version of the package that the environment holds."""
    command = [place.python, "-c", "import provisions; print(provisions.VERSION)"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_from_nothing_to_ready_then_interrupted_then_updated(miniature: Place, capsys):
    set_up(miniature, BASE)
    assert capsys.readouterr().out.endswith("Bekal siap.\nBekal is ready.\n")
    assert state(miniature, BASE) == "ready"
    assert version_in(miniature) == "1.0"

    set_up(miniature, BASE)
    assert capsys.readouterr().out == ""

    # Interrupted while packages were being put in place: no stamp yet, and half a package.
    miniature.stamp.unlink()
    module = next(miniature.venv.glob(f"{miniature.packages}/provisions.py"))
    module.write_text("VERSION = ", encoding="utf-8")
    set_up(miniature, BASE)
    assert version_in(miniature) == "1.0"

    # The lists moved on: the environment is brought up to them in place.
    write_list(miniature, "base", ("provisions", "2.0", write_wheel(miniature.wheelhouse, "provisions", "2.0")))
    kept = miniature.venv / "kept"
    kept.touch()
    set_up(miniature, BASE)
    assert version_in(miniature) == "2.0"
    assert kept.exists()


def test_a_package_that_was_changed_on_the_way_is_refused(miniature: Place, no_network: Path, capsys):
    write_list(miniature, "base", ("provisions", "1.0", "0" * 64))
    (no_network / "provisions").mkdir()
    wheel = next(miniature.wheelhouse.glob("*.whl"))
    wheel.rename(no_network / "provisions" / wheel.name)
    page = f'<a href="{wheel.name}">{wheel.name}</a>'
    (no_network / "provisions/index.html").write_text(page, encoding="utf-8")
    with pytest.raises(Stop) as stop:
        set_up(miniature, BASE)
    assert stop.value.key == "damaged"
    assert str(miniature.log) in str(stop.value)
    assert "Isi folder wheelhouse tidak lengkap atau rusak." in capsys.readouterr().out
    assert state(miniature, BASE) == "broken"


def test_a_file_in_the_way_ends_in_a_sentence(miniature: Place):
    miniature.workshop.write_text("not a folder", encoding="utf-8")
    with pytest.raises(Stop, match="Persiapan gagal"):
        set_up(miniature, BASE)


def test_wheels_that_no_list_asks_for_are_dropped(miniature: Place):
    miniature.workshop.mkdir()
    for version in ("1.0", "0.9"):
        write_wheel(miniature.fetched, "provisions", version)
    drop_old_wheels(miniature)
    assert [wheel.name for wheel in miniature.fetched.iterdir()] == ["provisions-1.0-py3-none-any.whl"]


def test_windows_waits_for_the_command_and_returns_its_status(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    place = Place(tmp_path, "win32")
    place.scripts.mkdir(parents=True)
    place.python.symlink_to(sys.executable)
    assert hand_over(place, ["-c", "raise SystemExit(7)"]) == 7


def test_elsewhere_the_command_takes_the_process_over(miniature: Place):
    source = (
        "import sys; from pathlib import Path\n"
        "from bekal.starting.commands import hand_over; from bekal.starting.place import Place\n"
        "place = Place(Path(sys.argv[1]))\n"
        "place.scripts.mkdir(parents=True); place.python.symlink_to(sys.executable)\n"
        "hand_over(place, ['-c', 'import os; print(os.getcwd()); raise SystemExit(7)'])\n"
    )
    answer = subprocess.run([sys.executable, "-c", source, miniature.root], capture_output=True, text=True)
    assert (answer.stdout.strip(), answer.returncode) == (str(miniature.root), 7)
