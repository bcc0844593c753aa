"""Formats of the outside."""
