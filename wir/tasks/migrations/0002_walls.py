from django.db import migrations

from wir.kit.walls import in_file, wall


class Migration(migrations.Migration):
    dependencies = [("tasks", "0001_initial"), ("kit", "0001_extensions")]

    operations = [wall("tasks_task", reads=in_file("subject_id"))]
