"""The pages one has been on, to go back and forward among them."""

from __future__ import annotations


class Trail:
    """Addresses in the order in which they were gone to."""

    def __init__(self) -> None:
        self._been: list[str] = []
        self._at = -1

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a page one came back from."""
        return self._at + 1 < len(self._been)

    def go(self, address: str) -> None:
        """On to a page; whatever one had come back from is forgotten. The page one is on already counts once."""
        if self._at >= 0 and self._been[self._at] == address:
            return
        self._been[self._at + 1 :] = [address]
        self._at += 1

    def back(self) -> str:
        """The page before; ask `can_go_back` first."""
        self._at -= 1
        return self._been[self._at]

    def forward(self) -> str:
        """The page that was come back from; ask `can_go_forward` first."""
        self._at += 1
        return self._been[self._at]
