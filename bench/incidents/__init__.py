"""Whole incidents, made up: two organisations, one attacker, the raw logs of their providers, and what really happened.

Nothing here knows how Tocsin judges: it imports nothing of `tocsin`. All people, hosts and addresses are synthetic.
"""
