"""Counteroffer: prepare, hold and close the negotiation of a job offer, privately and offline."""

__version__ = "0.1.0"
