"""Background work of the kit."""

from __future__ import annotations

from procrastinate.contrib.django import app

from wir.kit.rates import forget_paid


@app.periodic(cron="*/15 * * * *")
@app.task(name="kit.forget_rates", lock="kit.forget_rates", queueing_lock="kit.forget_rates")
def forget_rates(timestamp: int) -> None:
    """Forget who asked how often, as soon as it no longer counts."""
    forget_paid()
