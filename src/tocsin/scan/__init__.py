"""The archive engine: the same judge over any number of messages, in one process or several.

Of a mailbox in memory, with the engine made for you: `tocsin.judge_mailbox`.
"""
