from django.db import migrations

from wir.kit.walls import IN_NETWORK, OVERSEEN, in_file, same_network, wall

DECIDED = ("targetpolicy", "clocksetting", "sentencerelease")
"""What a coordinator decides for a network, and everybody in it reads."""


class Migration(migrations.Migration):
    dependencies = [("eligibility", "0003_answers_that_follow_time"), ("people", "0002_walls")]

    operations = [
        same_network("eligibility_legalclock", "project_id", "network_project"),
        same_network("eligibility_legalclock", "carrier_id", "network_carrier"),
        same_network("eligibility_legalclock", "person_id", "people_person"),
        wall("eligibility_legalclock", reads=in_file()),
        *(
            wall(f"eligibility_{table}", reads=IN_NETWORK, writes=f"{IN_NETWORK} and {OVERSEEN}")
            for table in DECIDED
        ),
    ]
