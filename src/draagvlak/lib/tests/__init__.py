"""Tests of the plain Python of the house."""
