"""The worlds outside: templates on disk, a mail server, a gateway for text messages."""
