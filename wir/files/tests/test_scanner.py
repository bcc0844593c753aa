"""The virus scanner, played by a small server on this machine that speaks clamd's protocol."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from wir.files.adapters.refusals import UnfitFile
from wir.files.adapters.scanner import scanned
from wir.files.rules import FileProblem, Scan

Start = Callable[[socket.socket, bytes], list[bytes]]


def _read_exactly(line: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        data += line.recv(count - len(data))
    return data


def _serve(listener: socket.socket, answer: bytes, heard: list[bytes]) -> None:
    line, _ = listener.accept()
    with line:
        assert _read_exactly(line, 10) == b"zINSTREAM\0"
        while length := struct.unpack("!L", _read_exactly(line, 4))[0]:
            heard.append(_read_exactly(line, length))
        line.sendall(answer)


@pytest.fixture
def clamd() -> Iterator[Start]:
    threads: list[threading.Thread] = []

    def start(listener: socket.socket, answer: bytes) -> list[bytes]:
        heard: list[bytes] = []
        listener.listen(1)
        thread = threading.Thread(target=_serve, args=(listener, answer, heard))
        thread.start()
        threads.append(thread)
        return heard

    yield start
    for thread in threads:
        thread.join(10)


def test_without_a_scanner_nobody_pretends(settings: Settings) -> None:
    settings.WIR_CLAMD = ""

    assert scanned(b"x") is Scan.NOT_SCANNED


def test_a_clean_file_is_sent_whole_over_tcp(clamd: Start, settings: Settings) -> None:
    data = b"a" * 150_000
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        heard = clamd(listener, b"stream: OK\0")
        settings.WIR_CLAMD = f"127.0.0.1:{listener.getsockname()[1]}"

        assert scanned(data) is Scan.CLEAN
    assert b"".join(heard) == data


def test_a_virus_is_named_over_a_unix_socket(clamd: Start, settings: Settings, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "c"))
        clamd(listener, b"stream: Win.Test.EICAR_HDB-1 FOUND\0")
        settings.WIR_CLAMD = f"unix:{tmp_path / 'c'}"

        with pytest.raises(UnfitFile) as refusal:
            scanned(b"x")
    assert (refusal.value.problem, refusal.value.detail) == (FileProblem.VIRUS, "Win.Test.EICAR_HDB-1")


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b"", b"stream: OK"[:5]])
def test_a_scanner_that_answers_anything_else_refuses(
    clamd: Start, settings: Settings, answer: bytes
) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        clamd(listener, answer)
        settings.WIR_CLAMD = f"127.0.0.1:{listener.getsockname()[1]}"

        with pytest.raises(UnfitFile) as refusal:
            scanned(b"x")
    assert refusal.value.problem is FileProblem.SCANNER_AWAY


@pytest.mark.parametrize("address", ["unix:/nowhere/clamd", "127.0.0.1:1", "127.0.0.1:clamd", "x"])
def test_a_scanner_that_is_set_but_away_refuses(settings: Settings, address: str) -> None:
    settings.WIR_CLAMD = address

    with pytest.raises(UnfitFile) as refusal:
        scanned(b"x")
    assert refusal.value.problem is FileProblem.SCANNER_AWAY
