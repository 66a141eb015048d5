"""What may whom be told? Indicators of incidents, what of them may leave, and the bundle in which they do."""
