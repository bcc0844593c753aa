"""Files come in, are handed out and go; what is sealed gets a new key."""

from wir.files.actions.keys import reseal_some
from wir.files.actions.storing import CannotStore, hand_out, remove_file, store_file

__all__ = ["CannotStore", "hand_out", "remove_file", "reseal_some", "store_file"]
