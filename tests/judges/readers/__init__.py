"""Readers of the formats, each by a program or a library of others: they give rows of texts."""
