from django.db import migrations

from wir.kit.walls import in_file, wall


class Migration(migrations.Migration):
    dependencies = [("counselling", "0014_history_of_contacts")]

    operations = [wall("counselling_contactevent", reads=in_file(), writes="true")]
