"""The page served to a browser fetches nothing from other hosts."""

import re

import pytest

from reader.serve.page import PAGE, offline_page, write_templates


def test_installed_page_is_made_offline(tmp_path):
    write_templates(tmp_path)
    page = (tmp_path / PAGE).read_text(encoding="utf-8")
    assert not re.search(r"(src|href)=.https?:", page)
    assert "js/textual.js" in page


def test_addresses_are_those_that_the_browser_asked(tmp_path):
    write_templates(tmp_path)
    page = (tmp_path / PAGE).read_text(encoding="utf-8")
    assert not re.search(r"\{\{[^}]*url", page.replace("{{ ping_url }}", ""))
    assert 'src="/static/js/textual.js"' in page
    assert page.index('id="terminal"') < page.index("dataset.sessionWebsocketUrl")


def test_a_page_that_fetches_elsewhere_is_refused():
    with pytest.raises(ValueError, match="other hosts"):
        offline_page('<script src="https://example.org/x.js"></script>')
