"""Views: tables made from the log, for looking things up. They can be dropped and made again at any time."""
