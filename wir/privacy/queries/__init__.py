"""Reads of the trail: the chain for jobs and commands, the lines for those who may read them."""

from wir.privacy.queries.chain import Anchor, Tail, anchors, chains, links, tail
from wir.privacy.queries.trail import (
    LogLine,
    Whose,
    audited_place,
    audits,
    chain_state,
    in_words,
    inquiry_or_none,
    lines_audited,
    log_of,
    whose,
)
from wir.privacy.queries.words import PURPOSES, SENTENCES, sentence_of, words_of_roles

__all__ = [
    "PURPOSES", "SENTENCES", "Anchor", "LogLine", "Tail", "Whose", "anchors", "audited_place", "audits", "chain_state",
    "chains", "in_words", "inquiry_or_none", "lines_audited", "links", "log_of", "sentence_of", "tail", "whose",
    "words_of_roles",
]  # fmt: skip
