from datetime import timedelta

from django.db import connection, transaction
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from blog.editorial.models import EditorialNotice, NoticeChoice, NoticeKind
from blog.editorial.notices.people import who_is_concerned
from blog.editorial.notices.writing import take_back, tell
from blog.outbox.models import Mail, MailStop
from tests.factories.accounts import UserFactory
from tests.factories.posts import make_post, make_private

from .ground import lay_out_people, mailed, told

Kind = NoticeKind


@override_settings(HAS_MAIL_SERVER=True)
class TellingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_people(cls)
        cls.draft = make_post(cls.site.journal, "A draft", live=False, owner=cls.author)
        cls.others = make_post(cls.site.journal, "Others’ draft", live=False, owner=cls.editor)
        cls.live = make_post(cls.site.journal, "A live one", owner=cls.editor)
        cls.private = make_private(make_post(cls.site.journal, "Private", owner=cls.editor))
        # That the two are live was told as well.
        EditorialNotice.objects.all().delete()
        Mail.objects.all().delete()

    def test_whoever_may_not_see_a_page_hears_nothing(self):
        for user, page in (
            (self.moderator, self.draft),
            (self.author, self.others),
            (self.author, self.private),
        ):
            tell(Kind.FAILED, page, [user])
        self.assertFalse(EditorialNotice.objects.exists())
        self.assertFalse(Mail.objects.exists())

    def test_readers_of_a_live_page_hear_of_it_only_with_an_account_that_may_sign_in(self):
        reader = UserFactory()
        tell(Kind.LIVE, self.live, [reader, self.author])
        self.assertEqual((told(reader), len(told(self.author))), ([], 1))

    def test_who_lost_their_group_or_their_account_hears_nothing(self):
        self.author.groups.clear()
        self.editor.is_active = False
        self.editor.save(update_fields=["is_active"])
        tell(Kind.FAILED, self.draft, [self.author, self.editor])
        self.assertFalse(EditorialNotice.objects.exists())
        self.assertFalse(Mail.objects.exists())

    def test_whoever_did_it_hears_nothing(self):
        tell(Kind.LIVE, self.draft, [self.author, self.editor, self.editor], by=self.editor)
        self.assertEqual((len(told(self.author)), told(self.editor)), (1, []))

    def test_nobody_is_told_of_a_thing_twice(self):
        for _time in range(2):
            tell(Kind.FAILED, self.draft, [self.author, self.editor], key="one")
        self.assertEqual(EditorialNotice.objects.count(), 2)
        self.assertEqual(Mail.objects.count(), 2)
        tell(Kind.FAILED, self.draft, [self.author], key="another")
        tell(Kind.EXPIRED, self.draft, [self.author], key="one")
        self.assertEqual(len(told(self.author)), 3)

    def test_without_a_key_each_is_a_thing_of_its_own(self):
        for _time in range(2):
            tell(Kind.FAILED, self.draft, [self.author])
        self.assertEqual(len(mailed(self.author)), 2)

    def test_what_happens_to_the_change_happens_to_the_notice(self):
        try:
            with transaction.atomic():
                tell(Kind.FAILED, self.draft, [self.author])
                raise RuntimeError
        except RuntimeError:
            pass
        self.assertFalse(EditorialNotice.objects.exists() or Mail.objects.exists())

    def test_each_hears_in_the_ways_that_they_chose(self):
        for desk, mail in ((True, True), (True, False), (False, True), (False, False)):
            with self.subTest(desk=desk, mail=mail):
                NoticeChoice.objects.update_or_create(
                    user=self.author,
                    kind=Kind.FAILED,
                    defaults={"on_desk": desk, "by_mail": mail},
                )
                EditorialNotice.objects.all().delete()
                Mail.objects.all().delete()
                tell(Kind.FAILED, self.draft, [self.author], key=f"{desk}{mail}")
                self.assertEqual(len(told(self.author)), int(desk))
                self.assertEqual(len(mailed(self.author)), int(mail))

    def test_without_a_choice_the_kind_decides(self):
        tell(Kind.SOON, self.draft, [self.author])
        tell(Kind.REMARK, self.draft, [self.author], words="Cut the end.")
        self.assertEqual(told(self.author, Kind.SOON), [])
        self.assertEqual(len(told(self.author, Kind.REMARK)), 1)
        self.assertEqual(mailed(self.author), [])

    def test_a_mail_says_all_in_text_and_html(self):
        words = "<b>No</b> & “why”?\nA second line. 🎬"
        tell(Kind.SENT_BACK, self.draft, [self.author], words=words)
        (mail,) = mailed(self.author)
        self.assertEqual(mail.subject, "Your essay was sent back with remarks: A draft")
        self.assertEqual(mail.about, f"page:{self.draft.pk}")
        for part in (mail.text, mail.html):
            self.assertIn(f"http://127.0.0.1:8000/admin/pages/{self.draft.pk}/edit/", part)
            self.assertIn("/admin/account/", part)
            self.assertIn("A draft", part)
        self.assertIn("> <b>No</b> & “why”?\n> A second line. 🎬", mail.text)
        self.assertIn("&lt;b&gt;No&lt;/b&gt; &amp;", mail.html)

    def test_words_and_titles_may_be_anything(self):
        strange = "a\0b\nc " + "x" * 300
        tell(Kind.ZONE, None, [self.author, self.editor], title=strange, words="\0" * 3 + "שלום")
        notice = told(self.author)[0]
        self.assertNotIn("\0", notice.title + notice.words)
        self.assertEqual(len(notice.title), 255)
        tell(Kind.FAILED, self.draft, [self.author], title=strange)
        self.assertNotIn("\n", mailed(self.author)[0].subject)

    def test_an_address_that_is_too_long_leads_nowhere(self):
        tell(Kind.REMARK, self.draft, [self.author], address="/" + "x" * 600)
        self.assertEqual(told(self.author)[0].address, "")

    def test_words_are_made_for_each_in_their_zone_and_language(self):
        UserProfile.objects.update_or_create(
            user=self.author,
            defaults={"current_time_zone": "Asia/Tokyo", "preferred_language": "de"},
        )
        seen = {}

        def words(user):
            seen[user] = (timezone.get_current_timezone_name(), translation.get_language())
            return user.display_name

        with translation.override("fr"):
            tell(Kind.FAILED, self.draft, who_is_concerned(self.draft) + [self.editor], words)
        self.assertEqual(seen[self.author], ("Asia/Tokyo", "de"))
        self.assertEqual(seen[self.editor][1], "en")
        self.assertEqual(told(self.author)[0].words, "Ana")

    def test_a_refused_or_impossible_address_stops_nobody_else(self):
        MailStop.objects.create(recipient=self.editor.email, refusals=3)
        self.owner.email = "nowhere"
        self.owner.save(update_fields=["email"])
        tell(Kind.FAILED, self.draft, [self.owner, self.editor, self.author])
        self.assertEqual([mail.recipient for mail in Mail.objects.all()], [self.author.email])
        self.assertEqual(EditorialNotice.objects.count(), 3)

    def test_without_a_mail_server_the_desk_is_told_all_the_same(self):
        with override_settings(HAS_MAIL_SERVER=False):
            tell(Kind.FAILED, self.draft, [self.author])
        self.assertEqual((len(told(self.author)), mailed(self.author)), (1, []))

    def test_what_is_true_no_more_is_taken_back(self):
        later = {"not_before": timezone.now() + timedelta(minutes=10)}
        tell(Kind.LIVE, self.live, [self.author], key="p", **later)
        tell(Kind.LIVE, self.live, [self.author], key="q", **later)
        tell(Kind.FAILED, self.live, [self.author], key="p", **later)
        take_back(Kind.LIVE, self.live, "p")
        self.assertEqual(len(told(self.author, Kind.LIVE)), 1)
        states = {mail.kind: mail.state for mail in mailed(self.author)}
        self.assertEqual(states, {"editorial-live": "cancelled", "editorial-failed": "waiting"})

    def test_many_are_told_with_as_many_writes_as_few(self):
        few = [UserFactory(groups=["Editor"]) for _n in range(3)]
        many = few + [UserFactory(groups=["Editor"]) for _n in range(10)]
        self.assertEqual(self.count_writes(many), self.count_writes(few))

    def count_writes(self, users):
        with CaptureQueriesContext(connection) as captured:
            tell(Kind.FAILED, self.draft, users)
        return sum(query["sql"].startswith("INSERT") for query in captured.captured_queries)


class ConcernTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_people(cls)

    def test_a_page_of_nobody_concerns_nobody(self):
        self.assertEqual(who_is_concerned(make_post(self.site.journal, live=False)), [])

    def test_owner_and_byline_are_concerned_and_the_deactivated_are_not(self):
        post = make_post(self.site.journal, live=False, owner=self.editor)
        self.assertEqual(who_is_concerned(post), [self.editor])
        self.editor.is_active = False
        self.editor.save(update_fields=["is_active"])
        self.assertEqual(who_is_concerned(post), [])
