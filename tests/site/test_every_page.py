"""What is true of every page that readers can open."""

import re
from datetime import datetime
from urllib.parse import unquote

from django.test import TestCase

from tests.factories.site import UNSEEN

from .reading import EveryPage, fetched_addresses, is_ours, linked_paths, parse

# The date of a review elsewhere has no hour that anyone knows.
ONLY_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
HEADING = re.compile(r"^h[1-6]$")


class EveryPageTests(EveryPage, TestCase):
    def test_every_page_is_there(self):
        missing = {path for path, answer in self.answers.items() if answer.status_code != 200}
        self.assertEqual(missing, set())

    def test_no_cookie_is_set_and_none_is_asked_for(self):
        for path, response in self.answers.items():
            self.assertFalse(response.cookies, path)
            self.assertNotIn("cookie", response.get("Vary", "").lower(), path)

    def test_no_page_holds_a_token_or_anything_personal(self):
        for path, response in self.answers.items():
            self.assertNotContains(response, "csrf", msg_prefix=path)
            self.assertNotContains(response, "@example.org", msg_prefix=path)

    def test_nothing_is_inline(self):
        for path, soup in self.soups.items():
            self.assertEqual(soup.select("[style], style"), [], path)
            handlers = [
                tag
                for tag in soup.find_all(True)
                if any(name.startswith("on") for name in tag.attrs)
            ]
            self.assertEqual(handlers, [], path)
            data = {"application/ld+json", "application/json"}
            scripts = [
                tag for tag in soup.select("script:not([src])") if tag.get("type") not in data
            ]
            self.assertEqual(scripts, [], path)

    def test_nothing_is_fetched_from_another_host(self):
        for path, soup in self.soups.items():
            foreign = {a for a in fetched_addresses(soup) if not is_ours(a)}
            self.assertEqual(foreign, set(), path)

    def test_there_is_one_h1_and_no_level_is_skipped(self):
        for path, soup in self.soups.items():
            levels = [int(tag.name[1]) for tag in soup.find_all(HEADING)]
            self.assertEqual((levels[:1], levels.count(1)), ([1], 1), path)
            for above, below in zip(levels, levels[1:], strict=False):
                self.assertLessEqual(below, above + 1, f"{path}: {levels}")

    def test_every_page_names_itself(self):
        titles = {}
        for path, soup in self.soups.items():
            self.assertTrue(soup.html["lang"], path)
            self.assertEqual(len(soup.find_all("title")), 1, path)
            self.assertEqual(len(soup.find_all("main")), 1, path)
            titles.setdefault(soup.title.string.strip(), []).append(path.partition("?")[0])
        twice = {title: paths for title, paths in titles.items() if len(set(paths)) > 1}
        self.assertEqual(twice, {})

    def test_ids_are_unique(self):
        for path, soup in self.soups.items():
            ids = [tag["id"] for tag in soup.select("[id]")]
            self.assertEqual(sorted(set(ids)), sorted(ids), path)

    def test_pictures_say_how_large_they_are_and_what_they_show(self):
        for path, soup in self.soups.items():
            for image in soup.find_all("img"):
                self.assertTrue(image.get("width") and image.get("height"), f"{path}: {image}")
                self.assertIn("alt", image.attrs, f"{path}: {image}")

    def test_times_carry_an_offset(self):
        for path, soup in self.soups.items():
            for time in soup.find_all("time"):
                if not ONLY_A_DAY.fullmatch(time["datetime"]):
                    moment = datetime.fromisoformat(time["datetime"])
                    self.assertIsNotNone(moment.tzinfo, f"{path}: {time}")

    def test_what_is_unseen_is_named_nowhere(self):
        for path, response in self.answers.items():
            for title in UNSEEN:
                self.assertNotContains(response, title, msg_prefix=path)
            for state in ("pending", "spam", "rejected", "hidden"):
                self.assertNotContains(response, f"Unseen {state}", msg_prefix=path)

    def test_every_link_and_file_answers(self):
        waiting, seen = ["/"], set()
        broken = []
        while waiting:
            path = waiting.pop()
            seen.add(path)
            response = self.client.get(path)
            if response.status_code not in (200, 301, 302, 303):
                broken.append(f"{path}: {response.status_code}")
            if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
                waiting += linked_paths(parse(response), path) - seen - set(waiting)
        self.assertEqual(broken, [])
        reached = {unquote(path).partition("?")[0] for path in seen}
        wanted = {path.partition("?")[0] for path in self.site.paths.values()}
        self.assertEqual(sorted(wanted - reached), [])

    def test_the_policy_of_every_page_is_strict(self):
        for path, response in self.answers.items():
            policy = response["Content-Security-Policy"]
            self.assertNotIn("unsafe", policy, path)
            self.assertIn("default-src 'none'", policy, path)
