"""What templates print for a picture, for one that is gone, and what a listing costs."""

from pathlib import Path
from unittest import mock

from django.db import DatabaseError
from django.template import Context, Template
from django.test import TestCase
from django.utils.html import escape
from PIL import Image as Drawing

from blog.images import tasks
from blog.images.actions import make_missing_renditions
from blog.images.models import Image
from blog.images.renditions import RENDITIONS, fetch_pictures, likely_names
from tests.factories.images import ImageFactory

LOAD = "{% load image_tags %}"


def render(source, **context):
    return Template(LOAD + source).render(Context(context))


def make_image(size, **fields):
    return ImageFactory(size=size, **fields)


def lose_file(image):
    Path(image.file.path).unlink()
    image.renditions.all().delete()
    return Image.objects.get(pk=image.pk)


class MissingPictureTests(TestCase):
    def test_no_picture_is_a_placeholder(self):
        html = render('{% picture_of image "poster" class="poster" %}', image=None)
        self.assertHTMLEqual(
            html,
            '<img src="/static/img/placeholder-poster.svg" width="400" height="600" alt=""'
            ' class="poster" loading="lazy" decoding="async">',
        )

    def test_a_lost_file_is_a_placeholder_and_a_line_in_the_log(self):
        image = lose_file(make_image((300, 200)))
        with self.assertLogs("blog.images", "ERROR"):
            html = render('{% picture_of image "still" alt="Chairs" %}', image=image)
        self.assertIn("placeholder-still.svg", html)
        self.assertIn('alt="Chairs"', html)

    def test_a_rendition_that_cannot_be_made_is_a_placeholder(self):
        image = make_image((300, 200))
        image.renditions.all().delete()
        with (
            mock.patch.object(Image, "generate_rendition_file", side_effect=MemoryError),
            self.assertLogs("blog.images", "ERROR"),
        ):
            self.assertIn(
                "placeholder-still.svg", render('{% picture_of image "still" %}', image=image)
            )

    def test_a_queue_that_is_down_does_not_take_the_page_with_it(self):
        image = make_image((300, 200))
        image.renditions.all().delete()
        with (
            mock.patch("blog.images.actions.make_renditions") as task,
            self.assertLogs("blog.images", "ERROR"),
        ):
            task.enqueue.side_effect = DatabaseError
            html = render('{% picture_of image "still" %}', image=image)
        self.assertIn(".jpg", html)

    def test_a_placeholder_says_of_what_there_is_no_picture(self):
        html = render('{% placeholder "still" title=title %}', title='"The <Work>"')
        self.assertIn(escape('No picture of "The <Work>" yet'), html)
        self.assertNotIn("<Work>", html)

    def test_every_name_has_a_placeholder_that_stands_in_static(self):
        for name in RENDITIONS:
            html = render(f'{{% placeholder "{name}" %}}')
            path = html.partition("/static/")[2].partition('"')[0]
            self.assertTrue(Path("static", path).is_file(), name)

    def test_the_task_survives_a_vanished_row_and_a_lost_file(self):
        image = make_image((300, 200))
        lose_file(image)
        with self.assertLogs("blog.images", "WARNING"):
            tasks.make_renditions.call(image.pk)
        image.delete()
        tasks.make_renditions.call(image.pk)


class PictureTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.image = make_image((1700, 900), description="Two men on one chair")
        make_missing_renditions(cls.image, ["still", "figure"])

    def picture(self, source='{% picture_of image "still" %}', image=None):
        return render(source, image=image or self.image)

    def test_avif_comes_in_three_widths_and_jpeg_up_to_1680(self):
        html = self.picture()
        source, img = html.split("<img", 1)
        self.assertIn('type="image/avif"', source)
        for width in ("414w", "828w", "1240w"):
            self.assertIn(f".avif {width}", source)
        self.assertNotIn("1680w", source)
        for width in ("828w", "1680w"):
            self.assertIn(f".jpg {width}", img)

    def test_the_crop_is_as_declared_and_its_size_is_told(self):
        self.assertIn('width="1240" height="564"', sorted_attributes(self.picture()))
        whole = self.picture('{% picture_of image "figure" %}')
        self.assertIn('width="1240" height="656"', sorted_attributes(whole))

    def test_the_words_are_the_images_own_unless_the_template_has_others(self):
        self.assertIn('alt="Two men on one chair"', self.picture())
        html = render('{% picture_of image "still" alt=words %}', image=self.image, words='A "<b>"')
        self.assertIn('alt="A &quot;&lt;b&gt;&quot;"', html)
        self.assertIn('alt=""', self.picture('{% picture_of image "still" alt="" %}'))

    def test_an_image_block_says_what_its_picture_means_or_that_it_decorates(self):
        image = Image.objects.get(pk=self.image.pk)
        image.contextual_alt_text = "The last chair"
        self.assertIn('alt="The last chair"', self.picture(image=image))
        image.decorative = True
        self.assertIn('alt=""', self.picture(image=image))

    def test_a_picture_without_words_is_not_called_by_its_title(self):
        image = make_image((60, 40), title="IMG_2041.jpg")
        self.assertIn('alt=""', self.picture(image=image))

    def test_only_a_picture_with_priority_is_fetched_at_once(self):
        lazy = self.picture()
        self.assertIn('loading="lazy"', lazy)
        self.assertIn('decoding="async"', lazy)
        self.assertNotIn("fetchpriority", lazy)
        first = self.picture('{% picture_of image "still" priority=True class="scope" %}')
        self.assertIn('fetchpriority="high"', first)
        self.assertNotIn("loading", first)
        self.assertIn('class="scope"', first)

    def test_the_template_may_say_how_wide_it_stands(self):
        html = self.picture('{% picture_of image "still" sizes="10rem" %}')
        self.assertEqual(html.count('sizes="10rem"'), 2)

    def test_nothing_is_enlarged_or_made_twice(self):
        for size in ((60, 40), (500, 300), (30, 900)):
            image = make_image(size)
            make_missing_renditions(image, list(RENDITIONS))
            self.assertLessEqual(max(image.renditions.values_list("width", flat=True)), size[0])
            for name, shape in RENDITIONS.items():
                made = [spec for specs in shape.specs_for(image) for spec in specs]
                rows = image.renditions.filter(filter_spec__in=made)
                sizes = [(row.width, row.filter_spec.rpartition("-")[2]) for row in rows]
                self.assertEqual(len(sizes), len(set(sizes)), (name, size))

    def test_no_inline_style_and_no_other_host(self):
        for name in RENDITIONS:
            html = self.picture(f'{{% picture_of image "{name}" %}}')
            self.assertNotIn("style=", html)
            self.assertNotIn("//", html)


def sorted_attributes(html):
    """Return the `<img>` with width before height, whatever order they were printed in."""
    parts = html.split("<img", 1)[1].split('"')
    values = dict(zip((name.strip(" =") for name in parts[::2]), parts[1::2], strict=False))
    return f'width="{values["width"]}" height="{values["height"]}"'


class WhenRenditionsAreMadeTests(TestCase):
    def test_the_likely_ones_are_made_when_a_picture_is_stored(self):
        for size, names in (
            ((200, 300), ["poster", "poster_small"]),
            ((300, 200), ["still", "figure"]),
            ((200, 200), ["figure", "portrait"]),
        ):
            image = make_image(size)
            self.assertEqual(likely_names(image), names)
            wanted = {
                spec
                for name in names
                for specs in RENDITIONS[name].specs_for(image)
                for spec in specs
            }
            self.assertEqual(set(image.renditions.values_list("filter_spec", flat=True)), wanted)

    def test_changing_the_words_makes_none(self):
        image = make_image((300, 200))
        with mock.patch("blog.images.receivers.make_renditions") as task:
            image.description = "Two chairs"
            image.save()
        task.enqueue.assert_not_called()

    def test_a_reader_waits_for_one_jpeg_and_a_task_makes_the_rest(self):
        image = make_image((1700, 900))
        image.renditions.all().delete()
        with mock.patch("blog.images.actions.make_renditions") as task:
            html = render('{% picture_of image "still" %}', image=image)
            again = render('{% picture_of image "still" %}', image=image)
        self.assertEqual(html, again)
        self.assertNotIn("avif", html)
        self.assertEqual(image.renditions.get().filter_spec, "fill-828x376|format-jpeg")
        task.enqueue.assert_called_once_with(image.pk, ["still"])
        tasks.make_renditions.call(image.pk, ["still"])
        self.assertIn("avif", render('{% picture_of image "still" %}', image=image))

    def test_an_avif_is_encoded_fast(self):
        with mock.patch.object(
            Drawing.Image, "save", autospec=True, side_effect=Drawing.Image.save
        ) as save:
            make_image((300, 200))
        speeds = {call.kwargs.get("speed") for call in save.mock_calls if "AVIF" in call.args}
        self.assertEqual(speeds, {9})


class ManyPicturesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.images = [make_image((200, 200)) for _number in range(13)]

    def test_nothing_is_asked_for_nothing(self):
        with self.assertNumQueries(0):
            self.assertEqual(fetch_pictures(set(), [], "portrait"), {})

    def test_a_picture_that_is_gone_is_left_out(self):
        self.assertEqual(fetch_pictures({999_999}, [], "portrait"), {})

    def test_thirteen_pictures_cost_as_much_as_three(self):
        for length in (3, 13):
            ids = {image.pk for image in self.images[1:length]}
            with self.assertNumQueries(1):
                fetched = fetch_pictures(ids, [self.images[0]], "portrait")
            self.assertEqual(fetched.keys(), ids)
            with self.assertNumQueries(0):
                for image in [self.images[0], *fetched.values()]:
                    render('{% picture_of image "portrait" %}', image=image)
