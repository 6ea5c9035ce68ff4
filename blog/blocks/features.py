"""What the rich text toolbar offers, set once: authors see the same buttons everywhere."""

APPARATUS = ["quotation", "citation", "footnote"]
PROSE = ["h2", "h3", "bold", "italic", "link", "ol", "ul", "blockquote", "superscript", *APPARATUS]
PASSAGE = ["bold", "italic", "link", "ol", "ul", *APPARATUS]
NOTE = ["bold", "italic", "link", *APPARATUS]
CAPTION = ["italic", "link", "citation", "footnote"]
QUOTED = ["italic", "citation", "footnote"]
WORDS = ["italic"]
