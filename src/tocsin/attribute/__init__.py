"""Which attempts belong together, and who is likely behind them?"""
