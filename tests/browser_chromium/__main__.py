"""Serve an article to headless Chromium, look at what arrives, and keep a picture of it.

    python -m tests.browser_chromium [PICTURE.png]

Fails when the page does not start the program, when it stays as good as empty, or when the browser
is made to ask any other host. Needs Debian's packages chromium and fonts-dejavu-core.
"""

import asyncio
import base64
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import aiohttp

from reader.assets import seeds_path

WINDOW = "1400,800"
SHOWN_WITHIN_S = 120
EMPTY_BYTES = 40_000  # of a PNG: the page before the program has drawn has about 11,000
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class Page:
    """A page of the browser, over the DevTools protocol; remembers which hosts it asked."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0
        self.asked: set[str] = set()

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method and return its result."""
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        while True:
            message = json.loads((await self._socket.receive()).data)
            if message.get("method") == "Network.requestWillBeSent":
                self.asked.add(message["params"]["request"]["url"])
            if message.get("id") == self._number:
                result: dict[str, Any] = message.get("result", {})
                return result


async def answer_of(session: aiohttp.ClientSession, address: str) -> str:
    """Return what a server answers, as soon as it listens."""
    while True:
        try:
            async with session.get(address) as answer:
                return await answer.text()
        except aiohttp.ClientError:
            await asyncio.sleep(0.2)


async def look(devtools: int, address: str, picture: Path) -> list[str]:
    """Open the address, wait until the program has drawn, keep a picture; return what is wrong."""
    async with aiohttp.ClientSession() as session:
        await answer_of(session, address)
        tabs = json.loads(await answer_of(session, f"http://127.0.0.1:{devtools}/json"))
        target = next(tab for tab in tabs if tab["type"] == "page")["webSocketDebuggerUrl"]
        async with session.ws_connect(target, max_msg_size=0) as channel:
            page = Page(channel)
            await page.call("Network.enable")
            await page.call("Page.navigate", url=address)
            shot = b""
            for _ in range(SHOWN_WITHIN_S):
                await asyncio.sleep(1)
                answer = await page.call("Page.captureScreenshot", format="png")
                before, shot = shot, base64.b64decode(answer["data"])
                if len(shot) > EMPTY_BYTES and len(shot) == len(before):
                    break
            picture.write_bytes(shot)
            wrong = [url for url in page.asked if not url.startswith((address, "data:", "blob:"))]
            faults = [f"asked another host: {url}" for url in wrong]
            if len(shot) <= EMPTY_BYTES:
                faults.append(f"the page stayed empty ({len(shot)} bytes of picture)")
            return faults


def main() -> int:
    """Run the check; return 1 when something is wrong."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is missing: apt install chromium fonts-dejavu-core", file=sys.stderr)
        return 1
    picture = Path(sys.argv[1] if len(sys.argv) > 1 else "reader-in-browser.png")
    article = sorted(seeds_path().glob("*.txt"))[0]
    port, devtools = free_port(), free_port()
    with ExitStack() as running:
        home = running.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        serve = [sys.executable, "-m", "reader", "serve", str(article), "--port", str(port)]
        browse = [chromium, *FLAGS, f"--user-data-dir={home}/browser", f"--window-size={WINDOW}"]
        browse += [f"--remote-debugging-port={devtools}", "about:blank"]
        for command in (serve, browse):
            process = subprocess.Popen(
                command,
                env=os.environ | {"READER_HOME": f"{home}/reader"},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            running.callback(process.wait)
            running.callback(process.terminate)
        faults = asyncio.run(look(devtools, f"http://localhost:{port}", picture))
    for fault in faults:
        print(f"WRONG: {fault}")
    if not faults:
        print(f"The article is shown and no other host was asked; see {picture}.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
