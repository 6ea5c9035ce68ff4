"""What the rich text toolbar offers, set once: authors see the same buttons everywhere."""

PROSE = ["h2", "h3", "bold", "italic", "link", "ol", "ul", "blockquote", "superscript"]
PASSAGE = ["bold", "italic", "link", "ol", "ul"]
NOTE = ["bold", "italic", "link"]
CAPTION = ["italic", "link"]
WORDS = ["italic"]
