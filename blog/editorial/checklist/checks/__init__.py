"""Everything that is looked at before a page is published, in the order of the list.

A check takes the page with the words that will go out, the Pieces of its bodies, and what is Known
of all that they lead to. It yields Findings and asks the database nothing.
"""

from . import bodies, films, links, notes, pictures, quotations, remarks, words

CHECKS = (
    words.check_title,
    words.check_description,
    words.check_spoilers,
    films.check_film,
    notes.check_content_note,
    pictures.check_opening_picture,
    pictures.check_pictures,
    quotations.check_sources,
    quotations.check_verification,
    quotations.check_kept_quotations,
    bodies.check_empty_blocks,
    bodies.check_headings,
    bodies.check_pull_quotes,
    links.check_link_words,
    links.check_page_links,
    links.check_documents,
    links.check_typed_addresses,
    films.check_shown_films,
    films.check_mentions,
    remarks.check_remarks,
)
