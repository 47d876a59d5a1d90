"""Files of many articles as one document."""

from reader.documents.blocks import Block, Draft
from reader.documents.model import Metadata


def combined(articles: list[Draft], metadata: Metadata | None = None) -> Draft:
    """Return one draft: each article's title as a heading of level 1, its own headings below.

    A single article stays as it is.
    """
    if len(articles) == 1:
        only = articles[0]
        return Draft(_titled(only, 0), only.metadata, only.encoding, only.warnings)
    blocks: list[Block] = []
    warnings: dict[str, None] = {}
    for article in articles:
        blocks.extend(_titled(article, 1))
        warnings.update(dict.fromkeys(article.warnings))
    encoding = articles[0].encoding if articles else ""
    return Draft(blocks, metadata or Metadata(), encoding, list(warnings))


def _titled(article: Draft, deeper: int) -> list[Block]:
    blocks = [
        b._replace(level=min(6, b.level + deeper)) if b.kind == "heading" else b
        for b in article.blocks
    ]
    title = article.metadata.title
    if title and not (blocks and blocks[0].text == title):
        blocks.insert(0, Block(title, "heading", 1))
    elif title and blocks[0].kind == "heading":
        blocks[0] = blocks[0]._replace(level=1)
    return blocks
