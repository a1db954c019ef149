"""Keeps the books on news reporting: who claims what, on what evidence, and from how many origins."""

__version__ = "0.1.0"
