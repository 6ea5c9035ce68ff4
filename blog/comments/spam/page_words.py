"""What a page, or the comment that is answered, is about: the words that a reader takes up."""

from django.db.models import ForeignKey
from wagtail.models import Page
from wagtail.search.index import FilterField, SearchField

from .words import IS_UNSPACED, open_spoilers, split_words

FEWEST_LETTERS = 4  # shorter ones are on every page in most languages
# Long enough and still on every page, and in every praise, in the languages that spam comes in.
ANYWHERE = frozenset(
    """about absolutely again also always amazing another article articles awesome back beautiful
    because been before being best better blog book both brilliant came come content could does
    done dont each else enjoyed even ever every everyone everything excellent fantastic favorite
    find first found from full gave give going good great have hello help helpful here hope huge
    idea incredible information informative interesting into its ive just keep kind know last like
    liked little long look looking lost love loved made make makes many more most much must need
    never next nice nothing only other over page people perfect piece please point post posts
    quality read reading really right same share shared sharing should since site some someone
    something still stuff such superb sure take than thank thanks that thats their them then there
    these they thing things think this those thought through time times today topic true truly
    until useful value very visit want wanted wants ways website well were what when where which
    while will wish with without wonderful wont words work world worth would write writer writing
    written wrote year years your youre
    aber alles artikel auch beitrag danke dass dein deine dem diese diesen dieser dieses doch eine
    einen einer eines endlich etwas ganz gern gerne gute guten guter gutes habe haben hier immer
    klasse können macht mehr meine nach nicht noch schön schöne schöner sehr sein seine seite sich
    sind super toll tolle toller über viel viele vielen weiter wenn werden wieder wirklich wunderbar
    avec aussi beau belle bien bravo cela cest cette comme dans elle encore être fait faire jaime
    leur magnifique mais merci nous notre plus pour quand quel sans site sont superbe sur tout tous
    très trop vous votre article
    algo aqui artigo bela bellissimo bello buen bueno como con cuando desde donde ella ellos entre
    esta estas este esto estos gracias grazie hasta hermoso interesante lindo mais molto mucho
    muchas muito nada nella obrigado obrigada pagina para pero porque questo quien sempre siempre
    sobre sono sito solo también tanto todo todos tudo você voce
    artykul bardzo bedzie blog dobry dziekuje fajny jest moze niesamowity strona swietny tego tylko
    была были было быть вами ваш ваша ваше весь вообще всегда всем всех даже если есть еще интересно
    когда который круто можно меня много нужно очень после почему просто сайт свой себя спасибо
    статья супер такой также тебя тоже только хороший хорошо чтобы этого этой этот""".split()
)


def get_page_words(page, parent=None):
    """Return the topics of a page and of the comment that is answered on it, as a set.

    page: as its own type; what it is found by in a search is what it is about.
    """
    texts = [parent.name, open_spoilers(parent.body)] if parent else []
    for field in page.get_search_fields():
        if isinstance(field, SearchField):
            value = field.get_value(page)
            texts.append(" ".join(map(str, value)) if isinstance(value, list) else str(value or ""))
        elif isinstance(field, FilterField):
            texts += _title_of_related(page, field.field_name)
    texts += [str(tag) for tag in page.tags.all()] if hasattr(page, "tags") else []
    return get_topics(split_words("\n".join(texts)))


def get_topics(words):
    """Return what of some words could be a topic: neither short nor on every page.

    Where no spaces stand between words, two neighbouring signs are taken as one.
    """
    topics = {word for word in words if len(word) >= FEWEST_LETTERS} - _anywhere()
    pairs = zip(words, words[1:], strict=False)
    return topics | {a + b for a, b in pairs if IS_UNSPACED.match(a) and IS_UNSPACED.match(b)}


_folded = set()


def _anywhere():
    if not _folded:
        _folded.update(split_words(" ".join(ANYWHERE)))
    return _folded


def _title_of_related(page, name):
    """Return the title of a page that this one names, such as the film of an essay."""
    fields = {field.name: field for field in page._meta.get_fields()}
    field = fields.get(name)
    is_page = isinstance(field, ForeignKey) and issubclass(field.related_model, Page)
    related = getattr(page, name, None) if is_page else None
    return [related.title] if related else []
