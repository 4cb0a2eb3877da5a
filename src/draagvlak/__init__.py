"""Draagvlak: a training policy made together, decided on record."""

__version__ = "0.1.0"
