import json
from datetime import UTC, datetime

from django.test import SimpleTestCase
from django.utils.translation import gettext_lazy as _

from blog.lib.structured import json_ld_script, rating_json_ld, without_empty


class JsonLdTests(SimpleTestCase):
    def read(self, script):
        start = '<script type="application/ld+json">'
        self.assertTrue(script.startswith(start) and script.endswith("</script>"))
        return json.loads(script[len(start) : -len("</script>")])

    def test_no_words_can_leave_the_script(self):
        name = "</script><script>alert(1)</script><!-- & \u2028 \u2029 ]]> é 🎬"
        script = json_ld_script({"@type": "Movie", "name": name})
        inner = script.removesuffix("</script>").split(">", 1)[1]
        for sign in "<>&\u2028\u2029":
            self.assertNotIn(sign, inner)
        self.assertEqual(self.read(script)["name"], name)

    def test_nothing_to_say_is_no_script(self):
        for data in (None, {}, {"@type": "Movie", "name": ""}):
            with self.subTest(data=data):
                self.assertEqual(json_ld_script(data), "")

    def test_dates_and_translated_words_are_read(self):
        when = datetime(2026, 11, 22, 9, tzinfo=UTC)
        data = self.read(json_ld_script({"@type": "X", "name": _("Film"), "date": when}))
        self.assertEqual((data["name"], data["date"]), ("Film", "2026-11-22T09:00:00Z"))
        self.assertEqual(data["@context"], "https://schema.org")

    def test_fields_without_a_value_are_left_out_and_nought_is_one(self):
        data = {"a": None, "b": "", "c": [], "d": {"@type": "Person", "name": ""}, "e": 0}
        self.assertEqual(without_empty({**data, "f": [None, {"@type": "X"}]}), {"e": 0})

    def test_a_rating_is_in_stars(self):
        self.assertIsNone(rating_json_ld(None))
        self.assertEqual(rating_json_ld(9)["ratingValue"], 4.5)
