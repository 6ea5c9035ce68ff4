"""What the blocks of a body say to search engines."""

from wagtail.rich_text import get_text_for_indexing


def faq_json_ld(stream):
    """Return a FAQPage of all questions in a body, or None without one.

    A question whose answer gives something away is left out, as its answer may stand nowhere
    but on the page.
    """
    questions = []
    for place, raw in enumerate(stream.raw_data if stream else ()):
        if raw["type"] == "faq":
            questions += [_question(item) for item in stream[place].value.get("items") or ()]
    questions = [question for question in questions if question]
    return {"@type": "FAQPage", "mainEntity": questions} if questions else None


def _question(item):
    answer = item.get("answer")
    words = " ".join(get_text_for_indexing(answer.source).split()) if answer else ""
    if not (item.get("question") and words) or item.get("is_spoiler"):
        return None
    return {
        "@type": "Question",
        "name": item["question"],
        "acceptedAnswer": {"@type": "Answer", "text": words},
    }
