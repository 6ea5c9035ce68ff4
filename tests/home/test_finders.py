import re
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import SimpleTestCase, override_settings

from home.finders import LAYERS, BundleFinder, join_scripts, join_styles

STATIC = Path(settings.STATICFILES_DIRS[0])


def write(folder, **files):
    for name, text in files.items():
        path = Path(folder, name.replace("__", "/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class JoiningTests(SimpleTestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_layers_are_named_in_order_and_hold_their_files(self):
        write(self.folder, **{"fonts.css": "@font-face { a: b; }"})
        write(self.folder, **{"tokens.css": ":root { --a: 1; }"})
        write(self.folder, **{"parts__b.css": ".b { c: d; }", "parts__a.css": ".a { c: d; }"})
        sheet = join_styles(self.folder)
        self.assertTrue(sheet.startswith("@font-face{a:b}\n@layer tokens,base,layout,"), sheet)
        self.assertIn("@layer tokens{:root{--a:1}}", sheet)
        self.assertLess(sheet.index(".a{c:d}"), sheet.index(".b{c:d}"))
        self.assertLess(sheet.index("@layer tokens{"), sheet.index("@layer parts{"))

    def test_comments_and_spaces_are_left_out_where_they_say_nothing(self):
        sheet = '/* why\n */\na,\n b  :hover {\n width: calc(1px + 2px);\n content: " : ";\n}\n'
        write(self.folder, **{"fonts.css": "", "base.css": sheet})
        self.assertIn(
            '@layer base{a,b :hover{width:calc(1px + 2px);content:" : "}}', join_styles(self.folder)
        )

    def test_each_script_keeps_its_names_to_itself(self):
        write(self.folder, **{"b.js": "const one = 2;\n", "a.js": "const one = 1; // end"})
        self.assertEqual(
            join_scripts(self.folder),
            "(() => {\nconst one = 1; // end\n})();\n(() => {\nconst one = 2;\n})();\n",
        )

    def test_a_script_goes_out_without_its_reasons(self):
        write(self.folder, **{"a.js": "// why\nif (a) {\n  // because\n  b(); // end\n}\n"})
        self.assertIn("{\nif (a) {\nb(); // end\n}\n}", join_scripts(self.folder))

    def test_no_script_holds_a_text_of_several_lines(self):
        for path in Path(STATIC, "js").glob("*.js"):
            for text in re.findall(r"`[^`]*`", path.read_text()):
                self.assertNotIn("\n", text, path.name)

    def test_the_script_that_runs_before_paint_stays_apart(self):
        write(self.folder, **{"lights.js": "before();", "menu.js": "after();"})
        self.assertNotIn("before", join_scripts(self.folder))


class FinderTests(SimpleTestCase):
    def test_other_paths_are_left_to_other_finders(self):
        self.assertEqual(BundleFinder().find("css/tokens.css"), [])
        self.assertEqual(BundleFinder().find("css/../../settings.py", find_all=True), [])

    def test_the_site_finds_its_sheet_and_its_script(self):
        self.assertIn("@layer", Path(finders.find("css/site.css")).read_text())
        self.assertIn("=>", Path(finders.find("js/site.js")).read_text())

    def test_a_change_of_a_source_is_seen_at_once(self):
        with TemporaryDirectory() as folder, override_settings(STATICFILES_DIRS=[folder]):
            write(folder, **{"js__a.js": "first();"})
            finder = BundleFinder()
            self.assertIn("first", Path(finder.find("js/site.js")).read_text())
            write(folder, **{"js__a.js": "second();"})
            self.assertIn("second", Path(finder.find("js/site.js")).read_text())

    def test_missing_sources_are_reported_when_the_site_starts(self):
        with TemporaryDirectory() as folder, override_settings(STATICFILES_DIRS=[folder]):
            self.assertEqual(len(BundleFinder().check()), 2)
        self.assertEqual(BundleFinder().check(), [])

    def test_collected_sheet_points_at_collected_fonts(self):
        storages = settings.STORAGES | {
            "staticfiles": {
                "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
            }
        }
        only_ours = [
            "home.finders.BundleFinder",
            "django.contrib.staticfiles.finders.FileSystemFinder",
        ]
        with (
            TemporaryDirectory() as folder,
            override_settings(STATIC_ROOT=folder, STORAGES=storages, STATICFILES_FINDERS=only_ours),
        ):
            finders.get_finder.cache_clear()
            call_command("collectstatic", interactive=False, verbosity=0)
            sheet = next(Path(folder, "css").glob("site.*.css"))
            fonts = set(re.findall(r"url\(\"?(\.\./fonts/[^\")]+)", sheet.read_text()))
            self.assertGreaterEqual(len(fonts), 9)
            for font in fonts:
                self.assertTrue(Path(folder, "css", font).resolve().exists(), font)
                self.assertRegex(font, r"\.[0-9a-f]{12}\.woff2$")
        finders.get_finder.cache_clear()


class StyleRuleTests(SimpleTestCase):
    """The rules of our style sheets that a machine can hold."""

    def sheets(self):
        folder = STATIC / "css"
        sheets = {path.relative_to(folder).as_posix(): path for path in folder.glob("**/*.css")}
        readers = {name: path for name, path in sheets.items() if not name.startswith("admin")}
        return {name: path.read_text() for name, path in readers.items()}

    def test_every_sheet_belongs_to_a_layer(self):
        stems = {Path(name).parts[0].removesuffix(".css") for name in self.sheets()}
        self.assertEqual(stems, {"fonts", *LAYERS})

    def test_light_and_dark_stand_in_tokens_alone(self):
        users = [name for name, css in self.sheets().items() if "light-dark(" in css]
        self.assertEqual(users, ["tokens.css"])

    def test_important_is_kept_for_print_and_hidden_text(self):
        users = {name for name, css in self.sheets().items() if "!important" in css}
        self.assertEqual(users, {"base.css", "print.css"})

    def test_no_selector_names_an_id(self):
        for name, css in self.sheets().items():
            css = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", css, flags=re.DOTALL)
            selectors = re.findall(r"([^{};]+)\{", css)
            self.assertFalse([s for s in selectors if "#" in s and "not (color" not in s], name)

    def test_sides_are_logical(self):
        physical = re.compile(
            r"(margin|padding|border|inset)-(left|right|top|bottom)\b|\b(left|right):"
        )
        for name, css in self.sheets().items():
            self.assertIsNone(physical.search(css), name)

    def test_nothing_is_asked_of_another_host(self):
        joined = join_styles(STATIC / "css") + join_scripts(STATIC / "js")
        joined = joined.replace("http://www.w3.org/2000/svg", "")
        self.assertNotRegex(joined, r"https?://|url\(\"?//")

    def test_the_script_in_the_head_is_tiny(self):
        self.assertLess((STATIC / "js/lights.js").stat().st_size, 300)
