"""The contacts tab and the plan tab of the case file."""

from wir.counselling.views.contacts import contacts
from wir.counselling.views.plan import add_step, agree_goal, finish_step, plan, reach_goal

__all__ = ["add_step", "agree_goal", "contacts", "finish_step", "plan", "reach_goal"]
