"""The `statistics` command: what all negotiations that are over came to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from counteroffer.analysis.interval import Interval, rounded
from counteroffer.analysis.track_record import Asks, CurrencyRecord, TrackRecord, track_record
from counteroffer.method.cases import case
from counteroffer.method.catalogue import catalogue

if TYPE_CHECKING:
    from counteroffer.archive.store import LocalArchive
    from counteroffer.cli.commands import Call


def statistics(call: Call, archive: LocalArchive) -> None:
    """Outcomes, asks and gains over all workbooks that are over."""
    gathered = archive.shelf.gather(case).result()
    record = track_record(one for one in gathered.found if one is not None)
    call.tell({**as_json(record), "unreadable": gathered.unreadable}, "\n".join(_lines(record, gathered.unreadable)))


def as_json(record: TrackRecord) -> dict[str, Any]:
    """The record for a program: amounts as low, likely and high, in exact decimals rounded to cents."""
    plain = asdict(record, dict_factory=lambda pairs: _amount(dict(pairs)))
    return {**plain, "outcomes": {str(end or "not_said"): count for end, count in record.outcomes}}


def _amount(group: dict[str, Any]) -> dict[str, Any]:
    if group.keys() == {"low", "likely", "high"}:
        return {name: f"{rounded(figure):f}" for name, figure in group.items()}
    return group


def _lines(record: TrackRecord, unreadable: int) -> Iterator[str]:
    ends = ", ".join(f"{count} {end.label if end else 'not said'}" for end, count in record.outcomes)
    yield f"Negotiations that are over: {record.cases}{f' ({ends})' if ends else ''}"
    if unreadable:
        yield f"Damaged and left out: {unreadable}"
    if record.asks.asked:
        yield f"Asked: {_asks(record.asks)}"
        for one in record.by_benefit:
            yield f"  {_name(one.benefit, one.name)}: {_asks(one.asks)}"
    for money in record.currencies:
        yield from _money(money)


def _money(money: CurrencyRecord) -> Iterator[str]:
    yield f"Won beyond {money.agreements} first offers, a year, in {money.currency}: {_sum(money.gain)}"
    for year in money.by_year:
        yield f"  {year.year}: {_sum(year.gain)} ({year.agreements})"
    for benefit in money.by_benefit:
        yield f"  {_name(benefit.benefit, benefit.name)}: {_sum(benefit.gain)} ({benefit.agreements})"
    if money.without_worth:
        yield f"  Bettered, but of unknown worth: {money.without_worth}"


def _asks(asks: Asks) -> str:
    said = f"{asks.asked}"
    if asks.decided:
        said += f"; won as asked {asks.full}, in part {asks.part}, not {asks.not_won}, of {asks.decided}"
    return said


def _sum(gain: Interval) -> str:
    likely = f"{rounded(gain.likely, 0):,f}"
    return likely if gain.is_exact else f"{likely} ({rounded(gain.low, 0):,f} to {rounded(gain.high, 0):,f})"


def _name(benefit: str, name: str) -> str:
    known = catalogue().find(benefit) if benefit else None
    return known.name if known is not None else name or benefit or "(no name)"
