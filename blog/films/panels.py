"""The tabs of the film editor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TitleFieldPanel,
)
from wagtail.admin.panels import TabbedInterface as Tabs
from wagtail.models import Page

from blog.blocks.models import ContentNotesMixin
from blog.comments.models import CommentableMixin
from blog.scheduling.panels import schedule_panels

film_edit_handler = Tabs(
    [
        ObjectList(
            [
                TitleFieldPanel("title", placeholder=_("Title")),
                FieldPanel("tagline"),
                FieldPanel("synopsis"),
                FieldRowPanel([FieldPanel("synopsis_source"), FieldPanel("synopsis_source_url")]),
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
                        FieldPanel("also_known_as"),
                        FieldRowPanel([FieldPanel("countries"), FieldPanel("languages")]),
                        FieldPanel("genres"),
                        FieldRowPanel([FieldPanel("company"), FieldPanel("place")]),
                    ],
                    heading=_("Facts"),
                    icon="media",
                ),
                InlinePanel("credits", heading=_("Credits"), label=_("Credit")),
                FieldPanel("facts"),
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
            [
                MultiFieldPanel(
                    [
                        FieldRowPanel([FieldPanel("imdb_id"), FieldPanel("tmdb_id")]),
                        FieldRowPanel([FieldPanel("letterboxd_slug"), FieldPanel("wikidata_id")]),
                    ],
                    heading=_("The same film elsewhere"),
                    icon="link",
                ),
            ],
            heading=_("Sources"),
        ),
        ObjectList(
            [*Page.promote_panels, *schedule_panels, *CommentableMixin.comment_panels],
            heading=_("Publish"),
        ),
    ]
)
