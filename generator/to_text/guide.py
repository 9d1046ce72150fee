"""`llms.txt`: where a language model finds the texts, and what the site is worth."""

from collections.abc import Iterator

from generator.policy.document import Document
from generator.to_pages import addresses
from generator.to_text.escaped import markdown
from generator.to_text.voice import Voice


def guide(voices: tuple[Voice, ...]) -> str:
    """A title, what the site is, then lists of links, language by language (llmstxt.org)."""
    site = voices[0].policy.site
    names = dict.fromkeys(site.name[voice.language] for voice in voices)
    parts = [f"# {markdown(' · '.join(names))}"]
    for voice in voices:
        tagline, notice = (said[voice.language] for said in (site.tagline, site.notice))
        parts.append(f"> {markdown(tagline)}")
        parts.append(markdown(notice))
    parts += [part for voice in voices for part in _sections(voice)]
    return "\n\n".join(parts) + "\n"


def _sections(voice: Voice) -> Iterator[str]:
    site = voice.policy.site
    for document in voice.policy.documents.values():
        title = document.frame.title[voice.language]
        for name, links in (("articles", _articles), ("measures", _measures)):
            listed = "\n".join(links(voice, document))
            yield f"## {markdown(voice.machine[name])}{_COLON}{markdown(title)}\n\n{listed}"
    api = f"{site.base_address}api/v1/"
    data = [
        _link(voice.machine["data_text"], f"{api}index.json"),
        _link(voice.machine["tables"], f"{api}measures.csv"),
        _link(voice.machine["tables"], f"{api}departments-by-article.csv"),
        _link(voice.machine["changes"], f"{site.base_address}{voice.language}/feed.xml"),
    ]
    yield f"## {markdown(voice.machine['data'])} ({voice.language})\n\n" + "\n".join(data)


_COLON = ": "


def _articles(voice: Voice, document: Document) -> Iterator[str]:
    base = voice.policy.site.base_address
    whole = addresses.text(voice.language, document.id).rstrip("/")
    yield _link(voice.machine["whole"], f"{base}{whole}.md")
    for article in document.articles:
        page = addresses.article(voice.language, document.id, article.number).rstrip("/")
        yield _link(voice.article_title(article), f"{base}{page}.md")


def _measures(voice: Voice, document: Document) -> Iterator[str]:
    base = voice.policy.site.base_address
    for name, measure in document.measures.items():
        page = addresses.measure(voice.language, document.id, name)
        yield _link(measure.name[voice.language], base + page)


def _link(words: str, address: str) -> str:
    return f"- [{markdown(' '.join(words.split()))}]({address})"
