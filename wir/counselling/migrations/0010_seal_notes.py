"""The notes are sealed, some at a time; what was stopped goes on where it stood."""

from django.db import migrations, transaction

from wir.kit.fields import place_of
from wir.kit.sealing import Use, seal

PORTION = 1_000
PLAIN = "select id, network_id, plain from counselling_contactnote where text is null order by id limit %s"
SEALED = "update counselling_contactnote set text = %s, plain = null where id = %s and plain = %s"


def seal_notes(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(PLAIN, [PORTION])
        sealed = portion = cursor.fetchall()
        while portion:
            with transaction.atomic():
                cursor.executemany(SEALED, [(_sealed(*note), note[0], note[2]) for note in portion])
            cursor.execute(PLAIN, [PORTION])
            portion = cursor.fetchall()
        if sealed:  # else the words would lie about in the files of the database
            cursor.execute("vacuum (full, analyze) counselling_contactnote")


def _sealed(note_id, network_id, plain):
    place = place_of("counselling_contactnote", "text", network_id, note_id)
    return seal(plain.encode(), use=Use.FIELDS, place=place)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("counselling", "0009_notes_get_sealed")]

    operations = [migrations.RunPython(seal_notes, migrations.RunPython.noop)]
