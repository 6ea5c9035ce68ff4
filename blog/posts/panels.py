"""The editor of an essay: four tabs, in the order in which an author thinks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput

from blog.blocks.models import ContentNotesMixin
from blog.blocks.sources_panel import SourcesPanel
from blog.comments.models import CommentableMixin
from blog.scheduling.panels import listing_schedule_panels

write_panels = [
    TitleFieldPanel("title", placeholder=_("Title")),
    FieldPanel("standfirst", widget=AdminAutoHeightTextInput(attrs={"rows": 2})),
    FieldPanel("body"),
]

film_panels = [
    MultiFieldPanel(
        [FieldPanel("film"), FieldPanel("half_stars"), FieldPanel("grade")], heading=_("The film")
    ),
    *ContentNotesMixin.content_note_panels,
    MultiFieldPanel(
        [FieldPanel("hero"), FieldPanel("hero_alt"), FieldPanel("hero_caption")],
        heading=_("Opening picture"),
    ),
    FieldPanel("tags"),
]

source_panels = [SourcesPanel("body", heading=_("References"), icon="list-ol")]

publish_panels = [
    FieldPanel("slug"),
    FieldPanel("author"),
    FieldPanel("drop_cap"),
    MultiFieldPanel(
        [FieldPanel("seo_title"), FieldPanel("search_description")], heading=_("For search engines")
    ),
    *CommentableMixin.comment_panels,
    FieldPanel("is_unlisted"),
    *listing_schedule_panels,
]

post_edit_handler = TabbedInterface(
    [
        ObjectList(write_panels, heading=_("Write")),
        ObjectList(film_panels, heading=_("Film and facts")),
        ObjectList(source_panels, heading=_("Sources")),
        ObjectList(publish_panels, heading=_("Publish")),
    ]
)
