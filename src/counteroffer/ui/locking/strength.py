"""How hard a passphrase is to guess, said as a hint. There are no rules: any passphrase may be chosen."""

from __future__ import annotations

from dataclasses import dataclass

from counteroffer.domain.words import N_

_LOOKED_AT = 72
"""Characters that are looked at; a longer passphrase is strong anyway, and the estimator slows down with length."""

_GUESSES_A_SECOND = 100.0
"""What somebody with a good deal of hardware may manage against Argon2id at 64 MiB; one computer manages about ten."""

_DAY, _YEAR = 86_400.0, 31_557_600.0

_STEPS: tuple[tuple[float, bool, str], ...] = (
    (_DAY, True, N_("Guessed within a day by somebody who has the file and tries. Add a few unrelated words.")),
    (_YEAR, True, N_("Guessed within a year by somebody who has the file and tries. One more word helps a lot.")),
    (1_000 * _YEAR, False, N_("Takes years of computing to guess. Another word would make it centuries.")),
)
_STRONG = N_("Very hard to guess.")


@dataclass(frozen=True)
class Strength:
    """What to say about a passphrase, and whether it could be guessed within a year."""

    hint: str
    weak: bool


def strength(passphrase: str) -> Strength | None:
    """What to say about a passphrase; None while there is nothing to say.

    The number of guesses is estimated by zxcvbn (Wheeler, USENIX Security 2016), which knows common words, names,
    dates and patterns, English ones best: of other languages it may think too well.
    """
    if not passphrase:
        return None
    # Loaded when a passphrase is first typed: its word lists take a while.
    from zxcvbn import zxcvbn

    guesses = float(zxcvbn(passphrase[:_LOOKED_AT], max_length=_LOOKED_AT)["guesses"])
    seconds = guesses / _GUESSES_A_SECOND
    for limit, weak, hint in _STEPS:
        if seconds < limit:
            return Strength(hint, weak)
    return Strength(_STRONG, weak=False)
