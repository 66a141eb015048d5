"""The archive engine: the same judge over any number of messages, in one process or several."""
