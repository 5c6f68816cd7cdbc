"""What keeps other eyes out: the passphrase, the window that asks for it, and locking when nobody is there."""
