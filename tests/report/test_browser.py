"""The dossier in a real browser: it asks for nothing, runs nothing of an article, and quotes lead home."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from herodotus.report import dossier

from .sample import sample

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)")
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Desk:
    """A browser with the sample's dossier; `complaints` and `requests` gather over all its pages."""

    browser: Any
    url: str
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, anchor: str = "", **options: Any) -> Any:
        page = self.browser.new_page(**({"viewport": {"width": 1400, "height": 900}} | options))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(self.url + anchor)
        return page


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def desk(browser: Any, tmp_path: Path) -> Iterator[Desk]:
    file = tmp_path / "dossier.html"
    dossier.write(sample(), file)
    desk = Desk(browser, file.as_uri())
    yield desk
    for context in browser.contexts:
        context.close()
    assert desk.complaints == []
    assert {url.split("#")[0] for url in desk.requests} <= {desk.url}


def shade(page: Any, selector: str) -> str:
    return page.locator(selector).first.evaluate("e => getComputedStyle(e).backgroundColor")


def sideways(page: Any) -> int:
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_opens_without_complaint_or_request(desk: Desk) -> None:
    assert desk.open().title() == "2 stories · Herodotus"


@pytest.mark.parametrize("width", [320, 1400])
def test_a_claim_opens_and_its_quote_jumps_to_the_marked_words(desk: Desk, width: int) -> None:
    page = desk.open(viewport={"width": width, "height": 800})
    page.get_by_text("The ferry Saint Ronan lost 14 containers").first.click()
    page.get_by_role("link", name="Fourteen boxes went overboard").first.click()
    words = page.locator("#d1 .s2").first
    playwright.expect(words).to_be_in_viewport()
    marked = "".join(page.locator("#d1 .s2").all_text_contents())
    assert marked.startswith('"Fourteen boxes went overboard, and several are still afloat,"Transport')
    assert shade(page, "#d1 .s2") != shade(page, "#d1 .s4")


def test_all_parts_of_a_statement_light_up_and_no_others(desk: Desk) -> None:
    page = desk.open("#d1-s4")
    shades = "all => all.map(e => [getComputedStyle(e).backgroundColor, e.textContent])"
    shown = page.locator("#d1 .text span").evaluate_all(shades)
    found = [words for colour, words in shown if colour == shade(page, "#d1 .s4")]
    assert found == ["The owner, Brightwater Lines", "denied", "that any cargo had been lost"]


def test_raised_number_leads_back_and_opens_the_claim(desk: Desk) -> None:
    page = desk.open()
    page.locator("#d1 sup a").first.click()
    playwright.expect(page.locator("#c1-1")).to_be_in_viewport()
    assert page.locator("li.claim details").first.get_attribute("open") == ""


def test_difference_leads_to_the_words(desk: Desk) -> None:
    page = desk.open()
    page.locator(".difference").first.get_by_role("link", name="words in document 2").last.click()
    playwright.expect(page.locator("#d2 .wo, #d2 [class~=s9]").first).to_be_in_viewport()
    target = page.evaluate("document.querySelector(':target').nextElementSibling.textContent")
    assert target == "as many as 19 containers"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1400])
def test_no_scrolling_sideways_with_everything_open(desk: Desk, scheme: str, width: int) -> None:
    page = desk.open(viewport={"width": width, "height": 700}, color_scheme=scheme)
    page.get_by_role("button", name="Open all").click()
    assert sideways(page) == 0


def test_dark_and_light_differ(desk: Desk) -> None:
    shades = {shade(desk.open(color_scheme=scheme), "body") for scheme in ("light", "dark")}
    assert len(shades) == 2


_CONTRAST = (Path(__file__).parent / "contrast.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_have_the_contrast_of_level_aa(desk: Desk, scheme: str) -> None:
    assert desk.open("#d1-s2", color_scheme=scheme).evaluate(_CONTRAST) == []


def test_print_opens_everything_and_drops_the_tools(desk: Desk) -> None:
    page = desk.open()
    page.emulate_media(media="print")
    closed = page.locator("details:not([open]) > :not(summary)")
    assert closed.count() > 5
    assert all(
        height > 0 for height in closed.evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    )
    assert not page.locator("#tools").is_visible()


def test_articles_run_nothing(desk: Desk) -> None:
    page = desk.open()
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0
    assert "<script>alert(1)</script><img src=x onerror=alert(2)>" in page.locator("#d4 .text").text_content()


def test_only_web_addresses_are_links(desk: Desk) -> None:
    outside = (
        desk.open().locator("a:not([href^='#'])").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    )
    assert outside == ["https://gazette.example/ferry?a=1&b=2"]


def test_readable_without_javascript(desk: Desk) -> None:
    page = desk.browser.new_context(java_script_enabled=False).new_page()
    page.goto(desk.url)
    page.get_by_text("The ferry Saint Ronan lost 14 containers").first.click()
    assert page.get_by_text("Denied by").first.is_visible()
    assert not page.locator("#tools").is_visible()
    page.get_by_role("link", name="Fourteen boxes went overboard").first.click()
    playwright.expect(page.locator("#d1 .s2").first).to_be_in_viewport()


def test_finding_and_contested_only(desk: Desk) -> None:
    page = desk.open()
    page.get_by_label("Find in the claims").fill("lashings")
    playwright.expect(page.get_by_role("status")).to_have_text("1 of 6 claims")
    page.get_by_label("Find in the claims").fill("")
    page.get_by_label("contested only").check()
    assert page.locator("li.claim:visible").count() == 1


def test_keyboard_reaches_and_opens_a_claim(desk: Desk) -> None:
    page = desk.open()
    page.locator("#open").focus()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")
    assert page.locator("li.claim details[open]").count() == 1


def test_every_link_inside_the_page_has_its_place(desk: Desk) -> None:
    lost = "all => all.map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))"
    assert desk.open().locator("a[href^='#']").evaluate_all(lost) == []


def test_ids_are_unique(desk: Desk) -> None:
    ids = desk.open().locator("[id]").evaluate_all("all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_text_that_runs_right_to_left_does(desk: Desk) -> None:
    arabic = desk.open().locator("#d4 .text p", has_text="الوزيرة")
    assert arabic.evaluate("e => getComputedStyle(e).direction") == "rtl"
