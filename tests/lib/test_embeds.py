from django.test import SimpleTestCase

from blog.lib.embeds import find_embed

ID = "dQw4w9WgXcQ"
PLAYER = f"https://www.youtube-nocookie.com/embed/{ID}"


class FindEmbedTests(SimpleTestCase):
    def test_what_is_not_a_video_of_a_known_host_is_refused(self):
        for url in (
            None,
            "",
            "   ",
            "not an address",
            "javascript:alert(1)",
            "data:text/html,x",
            f"ftp://youtube.com/watch?v={ID}",
            "https://youtube.com/",
            "https://youtube.com/watch?v=short",
            f"https://youtube.com/watch?v={ID}%22onload=x",
            f"https://youtube.com.evil.example/watch?v={ID}",
            f"https://evil-youtube.com/watch?v={ID}",
            f"https://youtube.com@evil.example/watch?v={ID}",
            f"https://user@youtube.com/watch?v={ID}",
            f"https://youtube.com:8443/watch?v={ID}",
            "https://youtu.be",
            "https://vimeo.com/about",
            "https://vimeo.com/123/../../evil",
            "https://video.example/watch/1",
            "https://en.wikipedia.example/w/index.php",
            "http://peertube.example/w/mSuN3gy4NrHHBSy7nhnRub",
            "https://127.0.0.1/w/mSuN3gy4NrHHBSy7nhnRub",
            "https://localhost/w/mSuN3gy4NrHHBSy7nhnRub",
            "https://[::1]/w/mSuN3gy4NrHHBSy7nhnRub",
            "https://[bad/w/mSuN3gy4NrHHBSy7nhnRub",
            "https://peertube.example:99999/w/mSuN3gy4NrHHBSy7nhnRub",
            "https://peertube.example'/w/mSuN3gy4NrHHBSy7nhnRub",
            "\0https://youtu.be/" + "x" * 10_000,
        ):
            with self.subTest(url=str(url)[:60]):
                self.assertIsNone(find_embed(url))

    def test_every_form_of_a_youtube_address_has_the_same_player(self):
        for url in (
            f"https://www.youtube.com/watch?v={ID}",
            f"http://m.youtube.com/watch?app=desktop&v={ID}",
            f"https://youtu.be/{ID}?si=tracking",
            f"https://www.youtube-nocookie.com/embed/{ID}",
            f"https://youtube.com/shorts/{ID}",
            f"  https://youtube.com/live/{ID}  ",
        ):
            with self.subTest(url=url):
                embed = find_embed(url)
                self.assertEqual(embed.embed_url, PLAYER)
                self.assertEqual(embed.watch_url, f"https://www.youtube.com/watch?v={ID}")
                self.assertEqual(embed.host, "youtube-nocookie.com")
                self.assertEqual(embed.frame_host, "www.youtube-nocookie.com")

    def test_a_youtube_address_keeps_its_start(self):
        for start in ("90", "90s", "1m30s", "0h1m30s"):
            with self.subTest(start=start):
                embed = find_embed(f"https://youtu.be/{ID}?t={start}")
                self.assertEqual(embed.embed_url, f"{PLAYER}?start=90")
        self.assertEqual(find_embed(f"https://youtu.be/{ID}?t=soon").embed_url, PLAYER)

    def test_vimeo_asks_not_to_be_tracked_and_keeps_the_key_of_an_unlisted_film(self):
        embed = find_embed("https://vimeo.com/channels/staffpicks/76979871")
        self.assertEqual(embed.embed_url, "https://player.vimeo.com/video/76979871?dnt=1")
        for url in (
            "https://vimeo.com/76979871/abcdef1234",
            "https://player.vimeo.com/video/76979871?h=abcdef1234",
        ):
            with self.subTest(url=url):
                embed = find_embed(url)
                self.assertEqual(embed.watch_url, "https://vimeo.com/76979871/abcdef1234")
                self.assertEqual(
                    embed.embed_url, "https://player.vimeo.com/video/76979871?dnt=1&h=abcdef1234"
                )

    def test_a_peertube_site_is_known_by_the_form_of_its_addresses(self):
        uuid = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
        for path, video in (
            ("w/mSuN3gy4NrHHBSy7nhnRub", "mSuN3gy4NrHHBSy7nhnRub"),
            (f"videos/watch/{uuid}", uuid),
            (f"videos/embed/{uuid}", uuid),
        ):
            with self.subTest(path=path):
                embed = find_embed(f"https://video.films.example/{path}")
                self.assertEqual(
                    embed.embed_url, f"https://video.films.example/videos/embed/{video}"
                )
                self.assertEqual(embed.frame_host, "video.films.example")
