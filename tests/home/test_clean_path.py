from django.test import TestCase

from home.setup import lay_out_journal


class CleanPathTests(TestCase):
    def test_a_path_with_nul_is_404(self):
        lay_out_journal()
        for path in ("/%00", "/films/%00/", "/journal/a%00b/", "/journal/tag/%00/", "/quotes/%00/"):
            with self.subTest(path=path):
                answer = self.client.get(path, headers={"host": "127.0.0.1:8000"})
                self.assertEqual(answer.status_code, 404)
