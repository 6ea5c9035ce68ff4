"""The tabs of the film editor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.panels import TabbedInterface as Tabs
from wagtail.models import Page

from blog.blocks.models import ContentNotesMixin
from blog.comments.models import CommentableMixin

film_edit_handler = Tabs(
    [
        ObjectList(
            [
                FieldPanel("title"),
                FieldPanel("tagline"),
                FieldPanel("synopsis"),
                FieldPanel("guide"),
            ],
            heading=_("Write"),
        ),
        ObjectList(
            [
                MultiFieldPanel(
                    [
                        FieldRowPanel([FieldPanel("year"), FieldPanel("runtime_minutes")]),
                        FieldPanel("original_title"),
                        FieldPanel("directors"),
                        FieldRowPanel([FieldPanel("language"), FieldPanel("countries")]),
                        FieldRowPanel([FieldPanel("company"), FieldPanel("place")]),
                    ],
                    heading=_("Facts"),
                    icon="media",
                ),
                MultiFieldPanel(
                    [FieldPanel("poster"), FieldPanel("still"), FieldPanel("grade")],
                    heading=_("Look"),
                    icon="image",
                ),
                *ContentNotesMixin.content_note_panels,
            ],
            heading=_("Film and facts"),
        ),
        ObjectList(
            [*Page.promote_panels, *Page.settings_panels, *CommentableMixin.comment_panels],
            heading=_("Publish"),
        ),
    ]
)
