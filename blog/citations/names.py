"""Names of people, taken apart as reference lists sort and shorten them."""

# Written small and kept with the family name: "Lars von Trier" stands under "von Trier".
PARTICLES = frozenset(
    "af al av da das de del della den der des di do dos du el la le ten van vom von y zu".split()
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def name_parts(name):
    """Return a name as films have it, "Jairus McLeary", in the form of CSL.

    That is {"family", "given"}, or {"literal"} for a name that stays whole: one of a single word,
    and one whose first word has no capital, as in scripts without them.
    """
    if "," in name and name.partition(",")[2].strip().lower() not in SUFFIXES:
        return sorted_name_parts(name)
    words = name.replace(",", " ").split()
    end = len(words)
    if end > 2 and words[-1].lower() in SUFFIXES:
        end -= 1
    start = max(end - 1, 0)
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    family, given = " ".join(words[start:end]), " ".join(words[:start])
    if not family or not given[:1].isupper():
        return {"literal": " ".join(words)}
    suffix = {"suffix": " ".join(words[end:])} if words[end:] else {}
    return {"family": family, "given": given, **suffix}


def sorted_name_parts(name):
    """Return a name as lists have it, "McLeary, Jairus", in the form of CSL.

    Without a comma it stays whole, as "World Health Organization" should.
    """
    family, _, given = (" ".join(part.split()) for part in name.partition(","))
    if family and given[:1].isupper():
        return {"family": family, "given": given}
    return {"literal": " ".join(name.split())}


def spoken_name(name):
    """Return "McLeary, Jairus" as one says it: "Jairus McLeary"."""
    family, _, given = (" ".join(part.split()) for part in name.partition(","))
    return f"{given} {family}".strip()


def split_lines(text):
    """Return the names in `text`, one a line or with a semicolon between, without blanks."""
    names = (name.strip() for line in (text or "").splitlines() for name in line.split(";"))
    return [name for name in names if name.strip(" .,")]
