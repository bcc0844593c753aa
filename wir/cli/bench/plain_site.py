"""The site for a WSGI server, with the plain pages beside its own."""

from django.conf import settings

from wir.cli.modules import member

application = member("wir.config.wsgi", "application")
settings.ROOT_URLCONF = "wir.cli.bench.plain"
