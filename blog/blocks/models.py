"""What a film or an essay warns of before it begins."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from .fields import LineBlock

DEGREES = [
    ("mentioned", _("mentioned")),
    ("discussed", _("discussed")),
    ("shown", _("shown")),
]


class ContentNoteValue(blocks.StructValue):
    @property
    def text(self):
        """The note as readers see it: "grief, discussed"; "" while it has no subject."""
        subject, degree = self.get("subject") or "", dict(DEGREES).get(self.get("degree"))
        if not subject or not degree:
            return subject
        return _("%(subject)s, %(degree)s") % {"subject": subject, "degree": degree}


class ContentNoteBlock(blocks.StructBlock):
    subject = LineBlock(max_length=100, label=_("Subject"), help_text=_("Short: “grief”."))
    degree = blocks.ChoiceBlock(
        choices=DEGREES, required=False, search_index=False, label=_("How far")
    )

    class Meta:
        icon = "warning"
        label = _("Content note")
        value_class = ContentNoteValue
        label_format = "{subject}"


class ContentNotesMixin(models.Model):
    content_notes = StreamField(
        [("note", ContentNoteBlock())],
        blank=True,
        verbose_name=_("content notes"),
        help_text=_("Shown before the page begins, so that someone can choose."),
    )
    spoiler_note = models.CharField(
        _("note on spoilers"),
        max_length=200,
        blank=True,
        help_text=_("One line: what is kept behind a curtain, and what stands in the open."),
    )

    content_note_panels = [
        MultiFieldPanel(
            [FieldPanel("content_notes"), FieldPanel("spoiler_note")],
            heading=_("Before you read"),
            icon="warning",
        )
    ]

    class Meta:
        abstract = True

    @classmethod
    def get_streamfield_names(cls):
        """Name the bodies that lists leave unread; not the notes, which every list prints."""
        return [name for name in super().get_streamfield_names() if name != "content_notes"]

    @property
    def content_note_lines(self):
        """The notes as readers see them, a list of str without the unfinished ones."""
        return [str(note.value.text) for note in self.content_notes if note.value.text]

    @property
    def content_note_subjects(self):
        """The subjects alone, a list of str, for cards and lists."""
        subjects = (note.value.get("subject") for note in self.content_notes)
        return [subject for subject in subjects if subject]
