"""The site for a WSGI server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wir.config.settings")
os.environ.setdefault("WIR_DB_LIMITS", "30 10 60")  # seconds: a statement, a lock, an idle transaction
application = get_wsgi_application()

# What is loaded by now lives as long as the process, and a page makes thousands of short-lived objects:
# without this the collector walks through the whole house several times a page.
gc.freeze()
gc.set_threshold(20_000, 20, 20)
