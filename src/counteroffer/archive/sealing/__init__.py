"""Keys: the published one, and those that a person knows.

keys                  the key of an archive that has no passphrase
wrapping              sealing with a secret that a person knows
recovery, keyfile     the printed code, and `archive.key`: the data key under both secrets
unlocking             opening with whatever opens it, and what to say where nothing does
remembering           this computer's keyring
resealing, protection the first passphrase, another one, none any more
"""
