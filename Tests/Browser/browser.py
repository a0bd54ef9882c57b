"""Chromium without a window, through chromedriver: what a person with a mouse, a keyboard or a printer does."""
import json
import pathlib
import time

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver import ActionChains
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


class Browser:
    def __init__(self, chromium, driver):
        options = Options()
        options.binary_location = chromium
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--mute-audio"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(driver))

    def quit(self):
        self.driver.quit()

    def open(self, page, width=1100, scheme="light", media="screen", script=True):
        """Opens the file `page` in a window of `width` pixels."""
        command = self.driver.execute_cdp_cmd
        command("Emulation.setScriptExecutionDisabled", {"value": not script})
        command("Emulation.setEmulatedMedia", {
            "media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]})
        command("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600})
        self.messages()
        self.requests()
        self.driver.get(page.as_uri())
        if script:
            # Each place from which sound is heard, at the moment when it begins: asking later would be too late.
            self.script("""
                for (const happening of ["playing", "seeked"]) {
                  document.addEventListener(happening, ({target}) => {
                    if (!target.paused) (target.heard ??= []).push(target.currentTime);
                  }, true);
                }""")

    def messages(self):
        """What the console says since it was asked last."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self):
        """The addresses of what was loaded since it was asked last; data that the page holds is none."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        addresses = [
            event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [address for address in addresses if not address.startswith("data:")]

    def all(self, selector, inside=None):
        return (inside or self.driver).find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector, inside=None):
        return (inside or self.driver).find_element(By.CSS_SELECTOR, selector)

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def violations(self):
        """What axe finds wrong, a line each."""
        found = self.driver.execute_async_script(AXE + """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ["violations"]}).then((result) => done(result.violations));""")
        return [
            f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]

    def click(self, element, share=None):
        """Clicks the middle of `element`, or so far of its width from its left."""
        self.script("arguments[0].scrollIntoView({block: 'center'})", element)
        if share is None:
            return ActionChains(self.driver).move_to_element(element).click().perform()
        width = self.script("return arguments[0].getBoundingClientRect().width", element)
        ActionChains(self.driver).move_to_element_with_offset(element, (share - 0.5) * width, 0).click().perform()

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def plays(self, take):
        return self.script("return !document.querySelector('#' + arguments[0] + ' audio').paused", take)

    def place(self, take):
        """Where the take's sound is in its file, in seconds."""
        return self.script("return document.querySelector('#' + arguments[0] + ' audio').currentTime", take)

    def place_heard_first(self, take):
        """From where the take is heard since this was asked last, in seconds of its file."""
        self.wait(lambda: self.script("return document.querySelector('#' + arguments[0] + ' audio').heard?.length", take))
        return self.script("""
            const audio = document.querySelector('#' + arguments[0] + ' audio');
            const [first] = audio.heard;
            delete audio.heard;
            return first;""", take)

    def wait(self, condition, seconds=30):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain; the console says {self.messages()}")
            time.sleep(0.02)

    def focused(self):
        return self.driver.switch_to.active_element
