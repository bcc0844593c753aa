"""Reads of stored files, and of what keys seal what."""

from wir.files.queries.files import content_of, file_or_none, files_of, papers_of, same_content
from wir.files.queries.keys import SealedColumn, counts_by_key, outdated, sealed_columns

__all__ = [
    "SealedColumn", "content_of", "counts_by_key", "file_or_none", "files_of", "outdated", "papers_of", "same_content",
    "sealed_columns",
]  # fmt: skip
