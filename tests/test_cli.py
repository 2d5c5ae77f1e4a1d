"""The command `bekal`: help in two languages, one clear sentence for what it does not know, a quick start."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bekal import cli


def test_no_command_shows_all_of_them_in_both_languages(capsys):
    assert cli.main([]) == 0
    out = capsys.readouterr().out
    for name, (_, indonesian, english) in cli.COMMANDS.items():
        assert name in out
        assert indonesian in out
        assert english in out


def test_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("bekal ")


def test_an_unknown_command_is_told_what_there_is(capsys):
    assert cli.main(["chek"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "Perintah 'chek' tidak dikenal. Maksudnya check? Pilih: serve, check, modules, translations, outputs.",
        "There is no command 'chek'. Did you mean check? Choose: serve, check, modules, translations, outputs.",
    ]


@pytest.mark.parametrize("name", ["check", "modules", "translations", "outputs"])
def test_every_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as left:
        cli.main([name, "--help"])
    assert left.value.code == 0
    out = capsys.readouterr().out
    assert f"bekal {name}" in out
    assert " | " in out


def test_an_option_that_does_not_exist(capsys):
    with pytest.raises(SystemExit) as left:
        cli.main(["modules", "--jsn"])
    assert left.value.code == 2
    assert capsys.readouterr().err.splitlines() == [
        "Perintah ini belum pas. Lihat: bekal modules --help",
        "This command is not right (unrecognized arguments: --jsn). See: bekal modules --help",
    ]


def test_the_command_itself_loads_nothing_heavy():
    code = "import sys, bekal.cli; print(sorted({'yaml', 'babel', 'voila', 'nbclient', 'tornado'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_a_pipe_that_cannot_print_signs_gets_question_marks():
    code = "import sys; from bekal.cli import main; sys.exit(main(['check', 'quizzes', '--root', 'nowhere']))"
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONIOENCODING": "cp1252"}
    )
    assert b"Kuis | quizzes" in shown.stdout
