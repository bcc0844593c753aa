"""What can go wrong with a server of our own; a command prints the text and ends with 1."""

import click


class ClusterError(click.ClickException):
    """The server cannot do what was asked; the text says why and, where known, what helps."""


class AlreadyRunning(ClusterError):
    """Another process runs the server of this folder."""


class NoIdentity(ClusterError):
    """Running as root, and no way to run the server as anybody else."""
