"""Pictures are given out with headers that make them harmless; nothing else is."""

from pathlib import Path

from django.conf import settings
from django.test import Client, TestCase

PIXEL = bytes.fromhex("474946383961010001000000002c00000000010001000002013b")


class MediaTests(TestCase):
    def put(self, name, content=PIXEL):
        path = Path(settings.MEDIA_ROOT) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.addCleanup(path.unlink)
        return f"/media/{name}"

    def test_picture_is_kept_for_good_and_can_do_nothing(self):
        for name in ("images/still.width-828.avif", "original_images/still.gif"):
            response = self.client.get(self.put(name))
            self.assertEqual(response.status_code, 200)
            self.assertEqual(b"".join(response), PIXEL)
            headers = response.headers
            self.assertEqual(headers["Content-Type"], "image/" + name.rsplit(".")[-1])
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Content-Security-Policy"], "default-src 'none'; sandbox")
            self.assertEqual(headers["Cache-Control"], "public, max-age=31536000, immutable")
            self.assertEqual(headers["Cross-Origin-Resource-Policy"], "cross-origin")

    def test_picture_that_the_browser_has_is_not_sent_again(self):
        url = self.put("images/a.png")
        modified = self.client.get(url).headers["Last-Modified"]
        response = self.client.get(url, headers={"If-Modified-Since": modified})
        self.assertEqual(response.status_code, 304)

    def test_document_is_left_to_the_view_that_asks_for_permission(self):
        for name in ("documents/secret.pdf", "documents/secret.png", "letter.jpg"):
            self.assertEqual(self.client.get(self.put(name)).status_code, 404)

    def test_file_that_is_no_picture_is_not_given_out(self):
        for name in ("images/page.html", "images/script.svg", "images/a.png.php", "images/none"):
            self.assertEqual(self.client.get(self.put(name)).status_code, 404)

    def test_folder_is_never_listed_and_never_left(self):
        self.put("images/a.png")
        self.put("secret.png")
        for path in ("images", "images/", "images/../secret.png", "images/%2e%2e/secret.png"):
            self.assertEqual(self.client.get(f"/media/{path}").status_code, 404, path)

    def test_path_that_names_nothing_or_too_much_is_404(self):
        for path in (
            ".",
            "%2e",
            "./",
            "images/" + "a" * 400 + ".png",
            "images/" + "a/" * 3000 + ".png",
        ):
            self.assertEqual(self.client.get(f"/media/{path}").status_code, 404, path[:40])

    def test_only_reading_is_answered(self):
        url = self.put("images/a.png")
        client = Client(enforce_csrf_checks=True)
        for method in ("POST", "PUT", "DELETE", "BREW"):
            self.assertEqual(client.generic(method, url).status_code, 405, method)
