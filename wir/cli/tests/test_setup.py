"""What is made from the checkout, and that it is made once."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from wir.cli.main import main
from wir.cli.setup import compile_translations, install_command, install_system_packages

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Case file"
msgstr "Akte"
"""


def test_the_command_works_from_a_folder_with_blanks(tmp_path: Path) -> None:
    environment = tmp_path / "my files" / "venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(sys.executable)
    (environment / "site").mkdir()

    install_command(environment, site_packages=environment / "site")

    path = (environment / "site" / "wir.pth").read_text().strip()
    packages = [entry for entry in sys.path if entry.endswith("site-packages")]
    done = subprocess.run(
        [str(environment / "bin" / "wir"), "--help"],
        env={"PYTHONPATH": ":".join([path, *packages])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Start database, site and worker." in done.stdout


def test_a_catalogue_is_compiled_once_until_it_changes(tmp_path: Path) -> None:
    folder = tmp_path / "wir" / "people" / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(CATALOGUE)

    assert compile_translations(tmp_path) == [folder / "django.mo"]
    assert b"Akte" in (folder / "django.mo").read_bytes()
    assert compile_translations(tmp_path) == []


def test_who_may_not_install_packages_gets_the_line_that_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    listing = tmp_path / "packages.txt"
    listing.write_text("# for the tests\nno-such-browser\nno-such-font\n")

    install_system_packages(listing)

    assert capsys.readouterr().err == (
        "The tests need system packages: sudo apt-get install no-such-browser no-such-font\n"
    )


def test_the_help_names_what_is_there_without_loading_it() -> None:
    shown = CliRunner().invoke(main, ["--help"])

    assert shown.exit_code == 0
    assert "The database: its address, its tables." in shown.output


def test_an_unknown_command_is_refused() -> None:
    assert CliRunner().invoke(main, ["nonsense"]).exit_code == 2
