"""What people in the demonstration talk about and strive for; all of it invented."""

from wir.counselling.rules import Stage, Topic
from wir.directory.rules import OrganisationKind
from wir.placement.rules import OpportunityKind

TALKS: tuple[tuple[tuple[Topic, ...], str], ...] = (
    ((Topic.JOB_SEARCH,), "Lebenslauf gemeinsam begonnen; Zeugnisse fehlen noch, werden nachgereicht."),
    ((Topic.LANGUAGE_COURSE,), "Kurs läuft bis Ende des Quartals, Prüfung B1 danach. Unterricht gefällt."),
    ((Topic.RECOGNITION,), "Anerkennungsberatung vereinbart; Diplom liegt im Original vor."),
    ((Topic.WORK_PERMIT, Topic.RESIDENCE), "Nebenbestimmung auf dem Papier geprüft, Kopie in der Akte."),
    ((Topic.APPLICATION,), "Anschreiben für zwei Stellen durchgesprochen, Versand bis Freitag."),
    ((Topic.TRAINING,), "Interesse an einer Ausbildung; Praktikum zur Orientierung wäre gut."),
    ((Topic.FAMILY, Topic.JOB_SEARCH), "Betreuungsplatz ab August zugesagt, Vormittage sind dann frei."),
    ((Topic.WORKPLACE,), "Arbeit läuft gut; Fahrzeit ist lang, sucht Wohnung in der Nähe."),
    ((Topic.MONEY,), "Bescheid des Jobcenters erklärt, Änderungen gemeldet."),
    ((Topic.HEALTH,), "Braucht ruhigen Arbeitsplatz; Einzelheiten nur mit Einwilligung weitergeben."),
    ((Topic.HOUSING,), "Umzug steht an, neue Adresse folgt."),
    ((Topic.SCHOOL,), "Möchte den Abschluss nachholen, Termin an der Abendschule vereinbart."),
)
GOALS: tuple[tuple[str, Stage, tuple[str, ...]], ...] = (
    ("Deutsch B1 erreichen", Stage.EMPLOYABILITY, ("Kursplatz finden", "Prüfung anmelden")),
    ("Abschluss anerkennen lassen", Stage.QUALIFICATION, ("Unterlagen übersetzen lassen", "Antrag stellen")),
    ("Arbeit finden", Stage.PLACEMENT, ("Lebenslauf fertig", "Drei Bewerbungen schreiben")),
    ("Ausbildung beginnen", Stage.PLACEMENT, ("Praktikum machen", "Berufsschule besuchen")),
    ("Arbeitsplatz behalten", Stage.STABILITY, ("Gespräch im Betrieb",)),
)
OFFERS: tuple[tuple[str, OpportunityKind, str, OrganisationKind, bool], ...] = (
    ("Lagerhelfer:in", OpportunityKind.JOB, "Speicher & Sohn Logistik", OrganisationKind.EMPLOYER, False),
    ("Küchenhilfe", OpportunityKind.JOB, "Gasthof Zur Linde", OrganisationKind.EMPLOYER, False),
    ("Reinigungskraft", OpportunityKind.JOB, "Klarblick Gebäudedienste", OrganisationKind.EMPLOYER, False),
    ("Elektriker:in", OpportunityKind.JOB, "Elektro Kiebitz", OrganisationKind.EMPLOYER, True),
    ("Pflegehelfer:in", OpportunityKind.JOB, "Haus Abendsonne", OrganisationKind.EMPLOYER, False),
    ("Verkäufer:in", OpportunityKind.JOB, "Markthalle Birke", OrganisationKind.EMPLOYER, True),
    (
        "Anlagenmechaniker:in SHK",
        OpportunityKind.APPRENTICESHIP,
        "Wärme Winkler",
        OrganisationKind.EMPLOYER,
        True,
    ),
    ("Pflegefachkraft", OpportunityKind.APPRENTICESHIP, "Klinik am Park", OrganisationKind.EMPLOYER, True),
    (
        "Kfz-Mechatroniker:in",
        OpportunityKind.APPRENTICESHIP,
        "Autohaus Sperling",
        OrganisationKind.EMPLOYER,
        True,
    ),
    ("Mittlerer Schulabschluss", OpportunityKind.SCHOOL, "Abendschule Mitte", OrganisationKind.SCHOOL, False),
    (
        "Berufsvorbereitungsjahr",
        OpportunityKind.SCHOOL,
        "Berufsschule Ost",
        OrganisationKind.VOCATIONAL_SCHOOL,
        False,
    ),
    (
        "Praktikum Tischlerei",
        OpportunityKind.INTERNSHIP,
        "Tischlerei Ahorn",
        OrganisationKind.EMPLOYER,
        False,
    ),
    ("Praktikum Kita", OpportunityKind.INTERNSHIP, "Kita Regenbogen", OrganisationKind.EMPLOYER, False),
)
