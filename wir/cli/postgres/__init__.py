"""A PostgreSQL server of our own: ``with Cluster(folder) as cluster: cluster.url("app")``."""

from wir.cli.postgres.cluster import Cluster, Role
from wir.cli.postgres.errors import AlreadyRunning, ClusterError

__all__ = ["AlreadyRunning", "Cluster", "ClusterError", "Role"]
