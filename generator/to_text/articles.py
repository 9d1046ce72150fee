"""Each article, and each document as a whole, as plain text and as Markdown."""

from collections.abc import Iterator

from generator.policy.document import Article, Chapter, Document
from generator.to_pages import addresses
from generator.to_pages.document import chapters
from generator.to_text.escaped import markdown
from generator.to_text.voice import Voice


def article_files(voice: Voice, document: Document) -> Iterator[tuple[str, str]]:
    """The text of every article beside its page: `zh/<document>/articles/12.md` and `12.txt`."""
    for article in document.articles:
        page = addresses.article(voice.language, document.id, article.number)
        yield page.rstrip("/") + ".txt", article_text(voice, article)
        yield page.rstrip("/") + ".md", _with_source(voice, document, page, article)


def article_text(voice: Voice, article: Article) -> str:
    """The title, then one sentence a line."""
    return "\n".join([voice.article_title(article), *_sentences(voice, article)]) + "\n"


def article_markdown(voice: Voice, article: Article, level: int = 1) -> str:
    """The title as a heading, then one sentence a paragraph."""
    heading = f"{'#' * level} {markdown(voice.article_title(article))}"
    return "\n\n".join([heading, *map(markdown, _sentences(voice, article))]) + "\n"


def _sentences(voice: Voice, article: Article) -> list[str]:
    return [sentence[voice.language] for sentence in article.sentences]


def _with_source(voice: Voice, document: Document, page: str, article: Article) -> str:
    """An article with the document it stands in, its page, and what the translation is worth."""
    address = voice.policy.site.base_address + page
    number, title = (document.frame.number, document.frame.title)
    named = markdown(f"{number[voice.language]} {title[voice.language]}")
    note = markdown(document.frame.translation[voice.language])
    source = f"---\n\n{voice.machine['source']}: [{named}]({address})\n\n{note}\n"
    return f"{article_markdown(voice, article)}\n{source}"


def document_files(voice: Voice, document: Document) -> Iterator[tuple[str, str]]:
    """The whole text on one page: `zh/<document>/text.txt` and `text.md`."""
    page = addresses.text(voice.language, document.id).rstrip("/")
    frame, language = document.frame, voice.language
    front, back = ([line[language] for line in lines] for lines in (frame.front, frame.back))
    held = chapters(document)
    yield f"{page}.txt", "\n".join([*front, *_plain(voice, held), *back]) + "\n"
    title = f"# {markdown(frame.title[language])}"
    paragraphs = [title, *map(markdown, front), *_marked(voice, held), *map(markdown, back)]
    yield f"{page}.md", "\n\n".join(part.rstrip("\n") for part in paragraphs) + "\n"


type _Held = list[tuple[Chapter, list[Article]]]


def _plain(voice: Voice, held: _Held) -> Iterator[str]:
    for chapter, articles in held:
        yield voice.chapter_title(chapter)
        yield from (article_text(voice, article).rstrip("\n") for article in articles)


def _marked(voice: Voice, held: _Held) -> Iterator[str]:
    for chapter, articles in held:
        yield f"## {markdown(voice.chapter_title(chapter))}"
        yield from (article_markdown(voice, article, 3) for article in articles)
