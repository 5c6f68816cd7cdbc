"""Strips onto pages: as many as it takes, headings with what they head, table headers on every page."""

from __future__ import annotations

from collections.abc import Sequence

from counteroffer.documents.pdf.strips import Strip, height


def paged(strips: Sequence[Strip], tall: float) -> list[list[Strip]]:
    """The strips of each page, from the top. Only a chain of glued strips higher than a page is ever parted."""
    pages: list[list[Strip]] = [[]]
    used = 0.0
    for chain in _chains(strips):
        if pages[-1] and used + height(chain) > tall and not _fills(chain, used, tall):
            pages.append([])
            used = 0.0
        for strip in chain:
            if pages[-1] and used + strip.height > tall:
                pages.append([])
                used = 0.0
            if not pages[-1]:
                if strip.gap:
                    continue
                pages[-1].extend(strip.repeat)
                used = height(strip.repeat)
            pages[-1].append(strip)
            used += strip.height
    return pages


def _fills(chain: Sequence[Strip], used: float, tall: float) -> bool:
    """Whether the chain is higher than any page, so that beginning it on a new one would help nothing."""
    return height(chain) > tall and used < tall * 0.8


def _chains(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Strips grouped by what must stay together."""
    chains: list[list[Strip]] = []
    joined = False
    for strip in strips:
        if joined:
            chains[-1].append(strip)
        else:
            chains.append([strip])
        joined = strip.glued
    return chains
