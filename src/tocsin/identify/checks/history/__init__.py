"""What the mailbox remembers of a sender, a name or a conversation, held against the message that comes now."""
