"""Several processes that count and learn at the same moment: nothing is lost, nobody waits on."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from blog.comments.actions import approve_comment, mark_spam
from blog.comments.models import Comment, RateCount, SpamToken
from blog.comments.spam.bayes import COUNTED
from blog.comments.spam.counting import count_up
from home.setup import lay_out_journal
from tests.comments.admin import make_person
from tests.factories.comments import make_comment
from tests.factories.posts import make_post
from tests.ground import CommittingTestCase

WORKERS = 4


class AtOnceTests(CommittingTestCase):
    def run_at_once(self, work, items):
        def run(item):
            try:
                return work(item)
            finally:
                connection.close()

        with ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(run, items))

    def test_each_decision_is_learned_once_whatever_the_order_of_words(self):
        post = make_post(lay_out_journal().journal, "Held down")
        by = make_person("owner")
        words = ["lamp", "chair", "river", "stairs", "letter", "window"]
        comments = [
            make_comment(post, " ".join(words[turn:] + words[:turn]), status="pending")
            for turn in range(len(words))
        ]
        decisions = [
            (decide, comment.pk) for comment in comments for decide in (approve_comment, mark_spam)
        ]
        self.run_at_once(lambda pair: pair[0](Comment.objects.get(pk=pair[1]), by=by), decisions)
        trained = list(Comment.objects.values_list("trained_as", flat=True))
        counts = (trained.count("spam"), trained.count("ham"))
        for token in (COUNTED, "river"):
            row = SpamToken.objects.get(token=token)
            self.assertEqual((row.spam, row.ham), counts)
        self.assertEqual(sum(counts), len(comments))

    def test_each_comment_is_counted_and_one_of_them_is_the_fourth(self):
        counts = self.run_at_once(lambda _item: count_up({"a": 86400, "b": 86400}), range(12))
        self.assertEqual(sorted(count["a"] for count in counts), list(range(1, 13)))
        self.assertEqual(RateCount.objects.get(key="b").count, 12)
