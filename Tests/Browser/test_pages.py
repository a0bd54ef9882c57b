"""Opens the HTML pages in Chromium and does what people do there: looks, listens, tabs, prints.

  Tests/Browser/test_pages.py STARPACE [unittest's options]
"""
import base64
import pathlib
import re
import shutil
import sys
import tempfile
import time
import unittest

from selenium.webdriver.common.keys import Keys as KEYS

from browser import Browser
from sessions import HOSTILE_FILE, Maker

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else ".build/debug/starpace"
# A place is where it should be to this time, in seconds: a frame of a codec, and what passes until sound is under way.
NEAR = 0.15


def setUpModule():
    global browser, folder, pages, trends
    folder = tempfile.TemporaryDirectory(prefix="starpace-pages-")
    maker = Maker(PROGRAM, pathlib.Path(folder.name))
    good, bad = maker.finished("owned-failure-close-to-target"), maker.finished("owned-failure-typical-faults")
    maker.asked(bad)
    hostile = maker.hostile()
    pages = {
        "good": maker.page(good), "bad": maker.page(bad), "hostile": maker.page(hostile),
        "embedded": maker.page(bad, "--embed-audio", name="embedded.html"), "marked": maker.marked(),
        "unplayable": maker.unplayable()}
    cohort, noted, pair = maker.cohort()
    pages["noted"] = noted
    # Pages about many sessions, which have no takes of their own.
    trends = {
        "index": cohort / "index.html", "history": next(cohort.glob("history-anna-*.html")),
        "hostile history": next(cohort.glob("history-title-*.html")), "pair": pair}
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    browser = Browser(chromium, shutil.which("chromedriver"))


def tearDownModule():
    browser.quit()
    folder.cleanup()


class Pages(unittest.TestCase):
    def each(self, check, schemes=("light",), widths=(1100,), opened=False, among=None):
        """Runs `check` on each page (of reports unless others are named), open in each of the widths and schemes; with what is folded up `opened`."""
        for name, page in (among or pages).items():
            for scheme in schemes:
                for width in widths:
                    with self.subTest(page=name, scheme=scheme, width=width):
                        browser.open(page, width=width, scheme=scheme)
                        if opened:
                            browser.script("for (const part of document.querySelectorAll('details')) part.open = true")
                        check(page)

    def expect_place(self, take, seconds):
        """Expects that the take begins to play there, and first of all there."""
        self.assertAlmostEqual(browser.place_heard_first(take), seconds, delta=NEAR)
        self.assertTrue(browser.plays(take))


class Looking(Pages):
    def test_a_page_loads_nothing_and_says_nothing_to_the_console(self):
        def check(page):
            self.assertEqual(browser.requests(), [page.as_uri()])
            self.assertEqual(browser.messages(), [])

        self.each(check, schemes=("light", "dark"), among=pages | trends)

    def test_the_style_sheet_and_the_script_are_let_in_by_their_hashes(self):
        def check(page):
            self.assertEqual(
                browser.script("return getComputedStyle(document.querySelector('.cards, .nothing')).display"),
                "grid" if browser.all(".cards") else "block")
            self.assertEqual(len(browser.all("audio[controls]")), 0)

        self.each(check)

    def test_each_take_has_its_charts(self):
        curves = """
            return [...document.querySelectorAll('.take')].map((take) =>
              [...take.querySelectorAll('path.curve, path.speech')].filter((path) => {
                const box = path.getBoundingClientRect();
                // A rate that stays the same is a line without height.
                return box.width > 5;
              }).map((path) => path.closest('svg[class]').getAttribute('class')))"""
        def check(page):
            shown = browser.script(curves)
            self.assertGreaterEqual(len(shown), 2)
            for take in shown:
                # A step in which nothing was said has its envelope alone.
                self.assertIn(take, (["lane level", "spoken", "lane pitch", "lane rate"], ["lane level"]))
            self.assertEqual(len(browser.all(".pacing .bullet")), 5)
            boxes = browser.script("""
                return [...document.querySelectorAll('.pacing .bullet')].map((bar) =>
                  ['.zone', 'line.target', 'line.limit'].map((mark) => {
                    const box = bar.querySelector(mark).getBoundingClientRect();
                    return (box.left + box.right) / 2;
                  }))""")
            for zone, target, limit in boxes:
                self.assertLess(abs(zone - target), 10)
                self.assertLess(target, limit)

        self.each(check)

    def test_axe_finds_nothing_wrong(self):
        def check(page):
            self.assertEqual(browser.violations(), [])

        self.each(check, schemes=("light", "dark"), widths=(1100, 390), opened=True, among=pages | trends)

    def test_nothing_is_wider_than_a_small_screen(self):
        def check(page):
            self.assertLessEqual(
                browser.script("return document.documentElement.scrollWidth"), browser.script("return innerWidth"))

        self.each(check, widths=(390, 320), opened=True, among=pages | trends)

    def test_dark_is_dark_and_paper_is_white(self):
        background = "return getComputedStyle(document.body).backgroundColor"
        def check(page):
            self.assertLess(sum(map(int, re.findall(r"\d+", browser.script(background))[:3])), 100)
            browser.open(page, scheme="dark", media="print")
            self.assertEqual(browser.script(background), "rgb(255, 255, 255)")

        self.each(check, schemes=("dark",))

    def test_on_paper_there_is_nothing_to_press_and_no_chart_is_cut(self):
        def check(page):
            browser.open(page, scheme="dark", media="print")
            shown = [part for part in browser.all(".player, .toggle, .seek, details, .skip") if part.is_displayed()]
            self.assertEqual(shown, [])
            kept = browser.script("""
                return [...document.querySelectorAll('.timeline, .pacing, .whole, .scroll')]
                  .map((part) => getComputedStyle(part).breakInside)""")
            self.assertEqual(set(kept), {"avoid"})
            document = base64.b64decode(browser.driver.execute_cdp_cmd(
                "Page.printToPDF", {"preferCSSPageSize": True})["data"])
            self.assertTrue(document.startswith(b"%PDF"))
            # A4 in points, of which Chromium makes whole pixels first.
            boxes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox \[([^]]*)\]", document)}
            self.assertTrue(boxes)
            for _, _, width, height in boxes:
                self.assertAlmostEqual(width, 595.3, delta=1.5)
                self.assertAlmostEqual(height, 841.9, delta=1.5)

        self.each(check)

    def test_without_scripts_the_page_is_whole(self):
        for name in ("bad", "marked"):
            browser.open(pages[name], script=False)
            self.assertEqual(len(browser.all("audio[controls]")), len(browser.all(".take")))
            self.assertTrue(browser.one("audio").is_displayed())
            # What would do nothing is no button.
            for button in browser.all("button"):
                self.assertTrue(not button.is_displayed() or not button.is_enabled())
            self.assertGreater(browser.one(".timeline .level path").size["height"], 5)
        browser.open(pages["good"])


class Listening(Pages):
    def test_a_click_on_a_place_to_listen_to_plays_from_there(self):
        for name in ("bad", "embedded"):
            with self.subTest(page=name):
                browser.open(pages[name])
                button = browser.one("#advice-title ~ .cards button.place")
                self.assertIn("Listen: 1-situation.flac at 0:46", button.text)
                browser.click(button)
                self.expect_place("take-1", 45.9)
                self.assertEqual(button.get_attribute("aria-pressed"), "true")
                # The same again: it pauses.
                browser.click(button)
                self.assertFalse(browser.plays("take-1"))
                self.assertEqual(browser.messages(), [])

    def test_a_click_on_a_pause_plays_from_its_beginning(self):
        for name in ("bad", "embedded"):
            with self.subTest(page=name):
                browser.open(pages[name])
                pause = browser.one("#take-3 rect.pause.long")
                browser.click(pause)
                self.expect_place("take-3", float(pause.get_attribute("data-from")))
                self.assertAlmostEqual(float(pause.get_attribute("data-from")), 15.4, delta=0.1)

    def test_a_click_on_a_timeline_plays_from_there(self):
        browser.open(pages["bad"])
        axis = float(browser.one("#take-1").get_attribute("data-axis"))
        browser.click(browser.one("#take-1 .lane.level"), share=0.5)
        self.expect_place("take-1", axis / 2)
        heads = browser.script("""
            const box = document.querySelector('#take-1 .timeline svg').getBoundingClientRect();
            return [...document.querySelectorAll('#take-1 .playhead')].map((line) =>
              (line.getBoundingClientRect().left - box.left) / box.width)""")
        for head in heads:
            self.assertAlmostEqual(head, 0.5, delta=0.05)

    def test_a_click_beyond_the_recording_does_nothing(self):
        browser.open(pages["bad"])
        browser.click(browser.one("#take-3 .lane.level"), share=0.9)
        time.sleep(0.2)
        self.assertFalse(browser.plays("take-3"))

    def test_one_take_plays_at_a_time_and_tells_where_it_is(self):
        browser.open(pages["bad"])
        first, second = browser.one("#take-1 .toggle"), browser.one("#take-3 .toggle")
        browser.click(first)
        self.expect_place("take-1", 0)
        self.assertEqual(first.text, "Pause")
        self.assertEqual(first.get_attribute("aria-label"), "Pause Situation")
        browser.click(second)
        self.expect_place("take-3", 0)
        self.assertFalse(browser.plays("take-1"))
        self.assertEqual(first.text, "Play")
        browser.wait(lambda: browser.one("#take-3 .time").text == "0:02 / 0:40")
        self.assertIn("of 0:40", browser.one("#take-3 .seek").get_attribute("aria-valuetext"))

    def test_takes_of_one_file_play_where_they_lie_in_it_and_stop_at_their_end(self):
        browser.open(pages["marked"])
        self.assertEqual({part.get_attribute("src").split("#")[0] for part in browser.all("audio")},
                         {pages["marked"].with_name("answer.wav").as_uri()})
        browser.click(browser.one("#take-3 .toggle"))
        self.expect_place("take-3", 8)
        browser.press(KEYS.ESCAPE)
        slider = browser.one("#take-4 .seek")
        browser.script("arguments[0].value = 3.5; arguments[0].dispatchEvent(new Event('input'))", slider)
        browser.click(browser.one("#take-4 .toggle"))
        self.expect_place("take-4", 12 + 3.5)
        browser.wait(lambda: not browser.plays("take-4"))
        self.assertAlmostEqual(browser.place("take-4"), 16, delta=0.01)
        # From its end a take begins again.
        browser.click(browser.one("#take-4 .toggle"))
        self.expect_place("take-4", 12)

    def test_an_embedded_page_plays_wherever_it_lies(self):
        with tempfile.TemporaryDirectory() as elsewhere:
            page = pathlib.Path(shutil.copy(pages["embedded"], elsewhere))
            browser.open(page)
            browser.click(browser.one("#take-1 .toggle"))
            self.expect_place("take-1", 0)
            self.assertEqual(browser.requests(), [page.as_uri()])
            self.assertAlmostEqual(
                browser.script("return document.querySelector('#take-1 audio').duration"),
                float(browser.one("#take-1").get_attribute("data-duration")), delta=0.1)

    def test_a_page_whose_sound_is_elsewhere_says_so(self):
        with tempfile.TemporaryDirectory() as elsewhere:
            browser.open(pathlib.Path(shutil.copy(pages["bad"], elsewhere)))
            trouble = browser.one("#take-1 .trouble")
            self.assertFalse(trouble.is_displayed())
            browser.click(browser.one("#take-1 .toggle"))
            browser.wait(trouble.is_displayed)
            self.assertIn("1-situation.flac cannot be played", trouble.text)

    def test_a_format_that_browsers_do_not_play_says_so(self):
        browser.open(pages["unplayable"])
        self.assertEqual(browser.all("audio") + browser.all("button"), [])
        for take in browser.all(".take"):
            self.assertIn("of a format that browsers do not play", browser.one(".trouble", take).text)


class Keyboard(Pages):
    def test_tab_reaches_everything_that_can_be_used_and_shows_where_it_is(self):
        def check(page):
            wanted = browser.script("""
                const parts = [...document.querySelectorAll(
                  'a[href], button:not([disabled]), input, summary, [tabindex="0"]')];
                return parts.filter((part) => part.getClientRects().length > 0).length""")
            seen = []
            for _ in range(wanted + 5):
                browser.press(KEYS.TAB)
                at = browser.focused()
                if at.tag_name == "body":
                    break
                outline = browser.script(
                    "const style = getComputedStyle(arguments[0]); return [style.outlineStyle, style.outlineWidth]", at)
                self.assertEqual(outline, ["solid", "3px"], at.get_attribute("outerHTML")[:200])
                seen.append(at.id)
            self.assertEqual(len(set(seen)), wanted)
            self.assertEqual(len(seen), wanted)

        self.each(check, opened=True, among=pages | trends)

    def test_the_first_tab_offers_to_skip_to_the_result(self):
        browser.open(pages["bad"])
        browser.press(KEYS.TAB)
        self.assertEqual(browser.focused().text, "Skip to the pacing")
        self.assertTrue(browser.focused().is_displayed())
        browser.press(KEYS.ENTER)
        self.assertEqual(browser.focused().get_attribute("id"), "main")

    def test_space_enter_arrows_and_escape_play_move_and_pause(self):
        browser.open(pages["bad"])
        toggle = browser.one("#take-1 .toggle")
        browser.script("arguments[0].focus()", toggle)
        browser.press(KEYS.SPACE)
        self.expect_place("take-1", 0)
        browser.press(KEYS.ESCAPE)
        self.assertFalse(browser.plays("take-1"))
        browser.press(KEYS.TAB)
        slider = browser.focused()
        self.assertEqual(slider.get_attribute("aria-label"), "Place in Situation")
        before = browser.place("take-1")
        browser.press(KEYS.PAGE_UP)
        self.assertGreater(browser.place("take-1"), before + 3)
        browser.press(KEYS.HOME)
        self.assertAlmostEqual(browser.place("take-1"), 0, delta=0.05)
        summary = browser.one("#take-3 summary")
        browser.script("arguments[0].focus()", summary)
        browser.press(KEYS.ENTER, KEYS.TAB)
        place = browser.focused()
        self.assertEqual(place.get_attribute("data-player"), "take-3")
        browser.press(KEYS.ENTER)
        self.expect_place("take-3", float(place.get_attribute("data-from")))


class Trends(Pages):
    def test_links_lead_from_the_index_to_candidates_to_sessions_and_back(self):
        browser.open(trends["index"])
        self.assertEqual([link.text for link in browser.all("table a")][1:], ["anna"])
        browser.click(browser.all("table a")[1])
        browser.wait(lambda: browser.driver.current_url == trends["history"].as_uri())
        self.assertEqual(browser.one("h1").text, "History of anna: 9 sessions, 2026-11-01 to 2026-11-09")
        browser.click(browser.all("table a")[8])
        browser.wait(lambda: browser.driver.current_url == pages["noted"].as_uri())
        browser.click(browser.one("nav a"))
        browser.wait(lambda: browser.driver.current_url == trends["index"].as_uri())

    def test_every_link_leads_to_a_page_that_is_there(self):
        for page in [*trends["index"].parent.glob("*.html")]:
            with self.subTest(page=page.name):
                browser.open(page)
                for address in browser.script(
                        "return [...document.querySelectorAll('a[href]:not(.skip)')].map((link) => link.getAttribute('href'))"):
                    self.assertTrue((page.parent / address).is_file(), address)

    def test_a_history_has_its_charts_with_a_point_for_each_session(self):
        browser.open(trends["history"])
        charts = browser.all(".chart")
        self.assertEqual(len(charts), 9)
        for chart in charts[:5]:
            self.assertEqual(len(browser.all(".dot", chart)), 9)
            zone, svg = browser.one(".zone", chart).rect, browser.one("svg.trend", chart).rect
            self.assertAlmostEqual(zone["height"] / svg["height"], 0.175, delta=0.02)
        self.assertEqual(len(browser.all(".dot.none", charts[1])), 3)

    def test_a_page_of_a_session_has_its_notes_and_plays_its_sound_from_where_it_lies(self):
        browser.open(pages["noted"])
        self.assertEqual(len(browser.all(".notes li")), 2)
        cell = browser.one(".pacing tbody tr td.verdict")
        self.assertIn("over the limit", cell.text)
        self.assertIn("coach: on target (Cem, ", cell.text)
        browser.click(browser.one("#take-1 .toggle"))
        self.expect_place("take-1", 0)

    def test_hostile_names_and_notes_are_only_text(self):
        def check(page):
            self.assertIsNone(browser.script("return window.hacked || null"))
            self.assertEqual(browser.all("img, iframe, object, embed, link, base, form, svg [onload]"), [])
            self.assertEqual((len(browser.all("script")), len(browser.all("style"))), (1, 1))
            self.assertEqual(browser.script("""
                return [...document.querySelectorAll('*')].filter((part) =>
                  [...part.attributes].some((name) => name.name.startsWith('on') || name.name === 'style')).length"""), 0)

        self.each(check, among=trends | {"noted": pages["noted"]})


class Hostility(Pages):
    def test_hostile_text_is_only_text(self):
        browser.open(pages["hostile"])
        browser.script("for (const part of document.querySelectorAll('details')) part.open = true")
        self.assertIsNone(browser.script("return window.hacked || null"))
        self.assertEqual(browser.all("img, iframe, object, embed, link, base, form, svg [onload]"), [])
        self.assertEqual(len(browser.all("script")), 1)
        self.assertEqual(len(browser.all("style")), 1)
        self.assertEqual(browser.script("""
            return [...document.querySelectorAll('*')].filter((part) =>
              [...part.attributes].some((name) => name.name.startsWith('on') || name.name === 'style')).length"""), 0)
        self.assertIn("<script>window.hacked=1</script>", browser.one("h1").text)
        text = browser.script("return document.documentElement.outerHTML")
        self.assertNotRegex(text, "[\u202a-\u202e\u2066-\u2069\u0000-\u0009\u000b-\u001f]")
        self.assertEqual(browser.requests(), [pages["hostile"].as_uri()])
        # The name of the file leads to the file, and to nothing else.
        browser.click(browser.one("#take-1 .toggle"))
        self.expect_place("take-1", 0)
        self.assertEqual(browser.requests(), [(pages["hostile"].parent / HOSTILE_FILE).as_uri()])

    def test_a_remark_with_a_place_is_an_event_of_its_timeline(self):
        browser.open(pages["hostile"])
        self.assertGreaterEqual(len(browser.all("#take-1 circle.event")), 1)
        browser.click(browser.one('#take-3 .happened button.place[data-from="2.0"]'))
        self.expect_place("take-3", 2)


if __name__ == "__main__":
    unittest.main(verbosity=2)
