"""The LibreTranslate engine against a small server on the loopback."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from reader.errors import TranslationError
from reader.translation.libretranslate import LibreTranslate

TEXT = "وصل الوزير إلى بغداد. CNN said so. هل ينسحب الحلف؟"


class Server(BaseHTTPRequestHandler):
    """Answers as LibreTranslate does: a list for a list."""

    def do_POST(self):
        fields = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, fields))
        self.server.login = self.headers["Authorization"]
        if self.server.raw:
            self.wfile.write(self.server.raw)
            return
        status, answer = self.server.answer(fields)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    server = HTTPServer(("127.0.0.1", 0), Server)
    server.asked, server.raw = [], b""
    server.answer = lambda fields: (200, {"translatedText": [f"EN {len(q)}" for q in fields["q"]]})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    server.address = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_sentences_go_to_the_server_and_come_back_in_place(server):
    seen = []
    engine = LibreTranslate(server.address + "/")
    (pairs,) = engine.translate([TEXT], on_done=lambda n, p: seen.append(n))
    assert [TEXT[p.start : p.end] for p in pairs] == [
        "وصل الوزير إلى بغداد.",
        "CNN said so.",
        "هل ينسحب الحلف؟",
    ]
    assert [p.target for p in pairs] == ["EN 21", "CNN said so.", "EN 15"]
    path, fields = server.asked[0]
    assert path == "/translate"
    assert (fields["source"], fields["target"], fields["format"]) == ("ar", "en", "text")
    assert len(server.asked) == 1
    assert seen == [0]
    assert engine.id == f"libretranslate 127.0.0.1:{server.server_port}"


def test_one_bad_sentence_does_not_stop_the_others(server):
    def answer(fields):
        if any("بغداد" in q for q in fields["q"]):
            return 500, {"error": "Cannot translate text"}
        return 200, {"translatedText": ["fine"] * len(fields["q"])}

    server.answer = answer
    (pairs,) = LibreTranslate(server.address).translate([TEXT])
    assert [p.target for p in pairs] == ["", "CNN said so.", "fine"]
    assert pairs[0].doubts[0].kind == "failed"
    assert "Cannot translate text" in pairs[0].doubts[0].reason


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((200, b"<html>"), "does not answer like"),
        ((200, {"translatedText": ["one"]}), "does not answer like"),
        ((200, []), "does not answer like"),
        ((403, {"error": "Please contact the server operator"}), "403"),
        ((404, b""), "404"),
    ],
)
def test_other_answers_are_one_sentence(server, answer, reason):
    server.answer = lambda fields: answer
    with pytest.raises(TranslationError, match=reason):
        LibreTranslate(server.address).translate([TEXT])


def test_server_that_is_not_there_is_one_sentence(server):
    server.shutdown()
    server.server_close()
    with pytest.raises(TranslationError, match="cannot be reached"):
        LibreTranslate(server.address).translate([TEXT])


@pytest.mark.parametrize("address", [
    "localhost:5000", "ftp://host", "file:///etc/passwd", "", "http://host:abc", "http://ho st:5000",
    "http://[::1", "http://host:99999",
])  # fmt: skip
def test_what_is_no_address_is_refused(address):
    with pytest.raises(TranslationError, match="no server address"):
        LibreTranslate(address)


@pytest.mark.parametrize(
    "address", ["http://sara:secret@host:abc", "http://sara:sec/ret@host", "http://a:secret@[::1"]
)
def test_a_password_is_not_repeated(address):
    with pytest.raises(TranslationError, match="no server address") as raised:
        LibreTranslate(address)
    assert "sec" not in str(raised.value)


def test_a_password_is_sent_and_never_shown(server):
    engine = LibreTranslate(server.address.replace("//", "//sara:secret@"))
    engine.translate([TEXT])
    assert server.login == "Basic c2FyYTpzZWNyZXQ="
    server.answer = lambda fields: (403, {"error": "no"})
    with pytest.raises(TranslationError, match="403") as raised:
        engine.translate([TEXT])
    assert "secret" not in str(raised.value) + engine.id


@pytest.mark.parametrize(
    "answer",
    [b"\xff\xfe\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"],
    ids=["no status line", "cut off"],
)
def test_what_is_no_answer_is_one_sentence(server, answer):
    server.raw = answer
    with pytest.raises(TranslationError, match="cannot be reached"):
        LibreTranslate(server.address).translate([TEXT])


def test_a_blank_in_the_path_is_one_sentence():
    with pytest.raises(TranslationError, match="cannot be reached"):
        LibreTranslate("http://127.0.0.1:9/a b").translate([TEXT])


def test_stop_is_heard_between_paragraphs(server):
    done = []
    results = LibreTranslate(server.address).translate(
        ["نص"] * 5, on_done=lambda n, p: done.append(n), should_stop=lambda: len(done) == 2
    )
    assert [bool(pairs) for pairs in results] == [True, True, False, False, False]
