"""Nothing that a camera wrote is served, and a picture lies the way it was taken."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.test import TestCase
from PIL import Image as Drawing
from PIL import ImageCms, PngImagePlugin

from blog.images.actions import add_image, make_missing_renditions
from blog.images.models import Image
from blog.images.renditions import RENDITIONS
from blog.lib.pictures import MAX_SIDE, PictureError, clean_picture
from tests.factories.images import draw

from .hostile import gif

TELLTALES = (b"Telltale", b"Exif", b"http://ns.adobe.com", b"Photoshop")
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a b="Telltale http://ns.adobe.com/"/></x:xmpmeta>'


def stored(file):
    with file.open("rb") as content:
        return content.read()


def camera_exif(orientation=1):
    exif = Drawing.Exif()
    exif[0x010F] = "Telltale maker"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    return exif


def telling_files():
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "Telltale")
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    exif = camera_exif()
    jpeg = draw((500, 300), exif=exif, comment=b"Telltale", xmp=XMP)
    app13 = b"\xff\xed\x00\x1ePhotoshop 3.0\x008BIMTelltale..."
    return {
        "a.jpg": jpeg[:2] + app13[:2] + len(app13[2:]).to_bytes(2, "big") + app13[4:] + jpeg[2:],
        "a.png": draw((500, 300), "PNG", pnginfo=text, exif=exif),
        "a.webp": draw((500, 300), "WEBP", exif=exif, xmp=XMP),
        "a.avif": draw((500, 300), "AVIF", exif=exif, xmp=XMP),
        "a.gif": draw((500, 300), "GIF", comment=b"Telltale"),
    }


class MetadataTests(TestCase):
    def test_the_files_do_tell_before_they_come_in(self):
        for name, content in telling_files().items():
            self.assertIn(b"Telltale", content, name)

    def test_neither_the_original_nor_any_rendition_tells(self):
        for name, content in telling_files().items():
            image = add_image(file=ContentFile(content, name=name), title=name)
            make_missing_renditions(image, list(RENDITIONS))
            files = [image.file, *[row.file for row in image.renditions.all()]]
            self.assertGreater(len(files), 10, name)
            for file in files:
                body = stored(file)
                for telltale in TELLTALES:
                    self.assertNotIn(telltale, body, file.name)

    def test_storing_without_a_form_strips_as_well(self):
        content = ContentFile(telling_files()["a.jpg"], name="a.jpg")
        image = Image.objects.create(title="Chairs", file=content)
        self.assertNotIn(b"Telltale", stored(image.file))
        image.file.save("again.jpg", ContentFile(telling_files()["a.jpg"]))
        self.assertNotIn(b"Telltale", stored(image.file))

    def test_the_colour_profile_is_kept_in_original_and_renditions(self):
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        content = ContentFile(draw((500, 300), icc_profile=profile), name="a.jpg")
        image = add_image(file=content, title="Chairs")
        for file in [image.file, *[row.file for row in image.renditions.all()]]:
            with Drawing.open(BytesIO(stored(file))) as picture:
                self.assertEqual(picture.info.get("icc_profile"), profile, file.name)

    def test_a_profile_that_is_none_is_dropped(self):
        for profile in (b"Telltale" * 10, b"x" * 200_000):
            body, _extension = clean_picture(BytesIO(draw(icc_profile=profile)), "jpg")
            self.assertNotIn("icc_profile", Drawing.open(BytesIO(body)).info)


class UprightTests(TestCase):
    """One red corner, top left once the picture is upright."""

    def turned(self, orientation):
        upright = Drawing.new("RGB", (80, 40), "white")
        upright.paste("red", (0, 0, 16, 16))
        undo = {
            1: None,
            2: Drawing.Transpose.FLIP_LEFT_RIGHT,
            3: Drawing.Transpose.ROTATE_180,
            4: Drawing.Transpose.FLIP_TOP_BOTTOM,
            5: Drawing.Transpose.TRANSPOSE,
            6: Drawing.Transpose.ROTATE_90,
            7: Drawing.Transpose.TRANSVERSE,
            8: Drawing.Transpose.ROTATE_270,
        }[orientation]
        lying = upright if undo is None else upright.transpose(undo)
        output = BytesIO()
        lying.save(output, "JPEG", exif=camera_exif(orientation), quality=95)
        return output.getvalue()

    def test_all_eight_orientations_are_turned_upright(self):
        for orientation in range(1, 9):
            content = ContentFile(self.turned(orientation), name="a.jpg")
            image = Image.objects.create(title="Chairs", file=content)
            image.refresh_from_db()
            self.assertEqual((image.width, image.height), (80, 40), orientation)
            picture = Drawing.open(BytesIO(stored(image.file))).convert("RGB")
            red, green, _blue = picture.getpixel((4, 4))
            self.assertTrue(red > 200 and green < 60, orientation)
            self.assertGreater(min(picture.getpixel((70, 30))), 200, orientation)

    def test_a_file_that_says_it_lies_in_a_ninth_way_is_left_as_it_is(self):
        body, _extension = clean_picture(BytesIO(draw(exif=camera_exif(9))), "jpg")
        self.assertEqual(Drawing.open(BytesIO(body)).size, (60, 40))


class SizeTests(TestCase):
    def test_more_than_forty_million_pixels_are_refused_with_the_number(self):
        output = BytesIO()
        Drawing.new("1", (8000, 6000)).save(output, "PNG")
        message = "This picture has 48 million pixels, and 40 million are the most."
        with self.assertRaisesMessage(PictureError, message):
            clean_picture(output, "png")

    def test_an_animation_of_more_than_a_hundred_million_pixels_is_refused(self):
        clean_picture(BytesIO(gif(2, screen=(2000, 2000))), "gif")
        with self.assertRaisesMessage(PictureError, "This animation is too long."):
            clean_picture(BytesIO(gif(26, screen=(2000, 2000))), "gif")

    def test_an_original_is_kept_at_4096_pixels_at_most(self):
        for size, kept in (((5000, 1000), (4096, 819)), ((100, 9000), (46, 4096))):
            body, _extension = clean_picture(BytesIO(draw(size)), "jpg")
            self.assertEqual(Drawing.open(BytesIO(body)).size, kept)
        self.assertEqual(MAX_SIDE, 4096)

    def test_a_small_picture_is_not_enlarged(self):
        body, _extension = clean_picture(BytesIO(draw((3, 2))), "jpg")
        self.assertEqual(Drawing.open(BytesIO(body)).size, (3, 2))

    def test_transparency_is_kept_and_sixteen_bits_keep_their_grey(self):
        body, extension = clean_picture(BytesIO(draw(file_format="WEBP", mode="RGBA")), "webp")
        picture = Drawing.open(BytesIO(body))
        self.assertEqual((extension, picture.mode, picture.getpixel((0, 0))[3]), ("png", "RGBA", 0))
        output = BytesIO()
        Drawing.new("I;16", (4, 4), 0x8000).save(output, "PNG")
        body, _extension = clean_picture(output, "png")
        self.assertEqual(Drawing.open(BytesIO(body)).getpixel((0, 0)), 128)

    def test_a_picture_that_passes_twice_loses_next_to_nothing(self):
        noise = Drawing.effect_noise((200, 150), 60)
        output = BytesIO()
        noise.save(output, "JPEG", quality=70)
        once, _extension = clean_picture(output, "jpg")
        twice, _extension = clean_picture(BytesIO(once), "jpg")
        self.assertAlmostEqual(len(once), len(twice), delta=len(once) * 0.02)
