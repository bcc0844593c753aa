"""Column headings as they stand in the lists of projects, authorities and courses."""

from enum import StrEnum


class Column(StrEnum):
    """What a column of a list is about."""

    LINE_NUMBER = "line_number"
    REASON = "reason"
    CASE_NUMBER = "case_number"
    FULL_NAME = "full_name"
    FAMILY_NAME_FIRST = "family_name_first"
    GIVEN_NAME_FIRST = "given_name_first"
    GIVEN_NAMES = "given_names"
    FAMILY_NAME = "family_name"
    BIRTH_DATE = "birth_date"
    BIRTH_PLACE = "birth_place"
    GENDER = "gender"
    NATIONALITY = "nationality"
    STATUS = "status"
    LEGAL_BASIS = "legal_basis"
    STATUS_SINCE = "status_since"
    STATUS_VALID_UNTIL = "status_valid_until"
    ENTERED_ON = "entered_on"
    JOINED_ON = "joined_on"
    REGISTERED_ON = "registered_on"
    LANGUAGES = "languages"
    NATIVE_LANGUAGE = "native_language"
    GERMAN_LEVEL = "german_level"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    STREET = "street"
    HOUSE_NUMBER = "house_number"
    POSTCODE = "postcode"
    POSTCODE_AND_PLACE = "postcode_and_place"
    PLACE = "place"
    SCHOOLING = "schooling"
    TRAINING = "training"
    NOTE = "note"


# Columns that say nothing about the person: a running number, and our own reason of an earlier refusal.
IGNORED = frozenset({Column.LINE_NUMBER, Column.REASON})

# Headings in the form that `spelling.plain` gives; parted by |.
_HEADINGS: dict[Column, str] = {
    Column.LINE_NUMBER: "nr|lfd nr|lfd|lfdnr|laufende nummer|nummer|pos|position|zeile|no|number",
    Column.REASON: "grund|grund der ablehnung|ablehnungsgrund",
    Column.CASE_NUMBER: "fallnummer|fall nr|fallnr|fallnummer wir|aktenzeichen|az|fall id"
    "|teilnehmernummer|teilnehmer nr|teilnehmernr|tn nr|tn nummer|tnnr|tn id|teilnehmer id"
    "|teilnehmerid|kennnummer|case number|case no",
    Column.FULL_NAME: "name|teilnehmer|teilnehmerin|teilnehmer in|teilnehmende|teilnehmende r"
    "|teilnehmer innen|tn|person|klient|klientin|klient in|ratsuchende|ratsuchende r"
    "|vollstaendiger name|full name|name des teilnehmers|name der teilnehmenden|name teilnehmer"
    "|name tn|tn name",
    Column.FAMILY_NAME_FIRST: "name vorname|nachname vorname|familienname vorname|name vornamen"
    "|zuname vorname|nachname und vorname|name und vorname|nachname vornamen|name vorname n|nachn vorn",
    Column.GIVEN_NAME_FIRST: "vorname name|vorname nachname|vor und nachname|vorname und name"
    "|vor nachname|vorname familienname|vorname und nachname|vor und zuname|vor und familienname"
    "|vorname zuname",
    Column.GIVEN_NAMES: "vorname|vornamen|vorname n|rufname|vorname tn|vn|vorn|given name|given names"
    "|first name|firstname|vorname des teilnehmers|vorname teilnehmer",
    Column.FAMILY_NAME: "nachname|familienname|zuname|nachname n|nachnamen|nn|nachn|fam name"
    "|family name|last name|lastname|surname|nachname tn|familienname tn|nachname teilnehmer",
    Column.BIRTH_DATE: "geburtsdatum|geb datum|gebdatum|geb dat|geb|gebdat|geboren|geboren am|geb am"
    "|geburtstag|geb tag|geburtsdat|gd|dob|date of birth|birth date|birthdate|jahrgang|geburtsjahr",
    Column.BIRTH_PLACE: "geburtsort|geb ort|gebort|geburtsort und land|geburtsland|place of birth"
    "|birth place",
    Column.GENDER: "geschlecht|m w|w m|m w d|w m d|gender|sex|anrede|geschl|geschlecht m w d"
    "|geschlecht m w|geschlecht w m d|sx",
    Column.NATIONALITY: "staatsangehoerigkeit|staatsangehoerigkeiten|staatsangehoerigkeit en"
    "|nationalitaet|nationalitaeten|staatsang|staatsangeh|sta|sta angeh|nat|herkunftsland|herkunft"
    "|land|staatsbuergerschaft|nationality|citizenship|country of origin|natio|1 staatsangehoerigkeit"
    "|2 staatsangehoerigkeit|weitere staatsangehoerigkeit",
    Column.STATUS: "aufenthaltsstatus|status|aufenthalt|aufenthaltstitel|titel|aufenthaltspapier"
    "|ausweisdokument|aufenthaltsrechtlicher status|auslaenderrechtlicher status|asylstatus"
    "|aufenthaltsdokument|aufenth status|aufenthaltsart|residence status|aufenthaltsrecht|auf status"
    "|aufstatus|art des aufenthalts",
    Column.LEGAL_BASIS: "rechtsgrundlage|paragraf|paragraph|paragraphen|gesetzliche grundlage|aufenthg"
    "|paragraf aufenthg|paragraph aufenthg|rechtsgrundlage aufenthalt",
    Column.STATUS_SINCE: "ausgestellt am|erteilt am|titel seit|status seit|gueltig ab|gueltig von|duldung seit"
    "|aufenthaltstitel seit|aufenthaltsstatus seit|gestattung seit|titel erteilt am|ausgestellt",
    Column.STATUS_VALID_UNTIL: "gueltig bis|titel bis|ae bis|papier gueltig bis|titel gueltig bis"
    "|status gueltig bis|aufenthalt bis|befristet bis|duldung bis|aufenthaltstitel gueltig bis"
    "|gueltigkeit|ablaufdatum|aufenthaltstitel bis|status bis|gestattung bis|gueltig bis zum"
    "|valid until|aufenthaltsstatus gueltig bis|ablauf|befristung|laeuft ab am",
    Column.ENTERED_ON: "einreise|einreisedatum|datum der einreise|eingereist am|einreise am"
    "|in deutschland seit|in d seit|einreise nach deutschland|einreise in deutschland|eingereist"
    "|date of entry|einreisetag|einreise brd|in de seit",
    Column.JOINED_ON: "eintritt|eintrittsdatum|projekteintritt|eintritt projekt|aufnahme|aufnahmedatum"
    "|beginn|teilnahmebeginn|teilnahme ab|im projekt seit|erstgespraech|erstberatung"
    "|eintritt ins projekt|start|aufgenommen am|beginn der teilnahme|eintritt am|datum erstgespraech"
    "|datum eintritt|datum aufnahme",
    Column.REGISTERED_ON: "arbeitslos seit|arbeitslos gemeldet seit|arbeitsuchend seit"
    "|arbeitssuchend seit|arbeitslos gemeldet|gemeldet seit|arbeitsuchend gemeldet seit"
    "|arbeitssuchend gemeldet seit|arbeitslosmeldung|gemeldet am|meldung arbeitsagentur"
    "|arbeitslos gemeldet am|jobcenter seit|alo seit",
    Column.LANGUAGES: "sprachen|sprache|sprachkenntnisse|fremdsprachen|weitere sprachen"
    "|gesprochene sprachen|languages|sprachkenntnis|sprache n",
    Column.NATIVE_LANGUAGE: "muttersprache|muttersprachen|erstsprache|herkunftssprache|muttersprache n"
    "|native language|familiensprache",
    Column.GERMAN_LEVEL: "deutsch|deutschniveau|deutschkenntnisse|sprachniveau|sprachniveau deutsch"
    "|niveau deutsch|deutsch niveau|sprachstand|deutschlevel|ger niveau|sprachstand deutsch"
    "|deutsch ger|sprachlevel|deutschkenntnis|deutsch stand|sprachzertifikat",
    Column.PHONE: "telefon|tel|telefonnummer|tel nr|telnr|telefon nr|mobil|handy|handynummer"
    "|mobilnummer|mobiltelefon|telefon mobil|telefon festnetz|festnetz|rufnummer|fon|phone|handynr"
    "|handy nr|mobilnr|mobil nr|telefon handy|tel mobil|kontakt telefon|whatsapp|phone number|mobile"
    "|tel handy",
    Column.EMAIL: "e mail|email|mail|e mail adresse|email adresse|emailadresse|mailadresse"
    "|mail adresse|kontakt e mail|e mailadresse",
    Column.ADDRESS: "adresse|anschrift|wohnadresse|wohnanschrift|postanschrift|meldeadresse|address"
    "|aktuelle adresse|vollstaendige adresse",
    Column.STREET: "strasse|str|strasse hausnummer|strasse hausnr|strasse nr|strasse und hausnummer"
    "|strasse hnr|strasse und nr|street|strasse nummer|wohnstrasse|strasse haus nr",
    Column.HOUSE_NUMBER: "hausnummer|hausnr|haus nr|hnr|hsnr|hs nr",
    Column.POSTCODE: "plz|postleitzahl|post code|postcode|zip|zip code",
    Column.POSTCODE_AND_PLACE: "plz ort|plz wohnort|plz und ort|plz wohnort ort|postleitzahl ort"
    "|postleitzahl und ort|plz stadt|plz und wohnort|plz ort wohnort",
    Column.PLACE: "ort|wohnort|stadt|gemeinde|city|wohnsitz|wohnort stadt|kommune|place",
    Column.SCHOOLING: "schulabschluss|schulbildung|schule|hoechster schulabschluss|schulbesuch"
    "|schulische bildung|schooling|bildungsabschluss|schulabschluesse|abschluss|bildung|schuljahre"
    "|hoechster abschluss",
    Column.TRAINING: "beruf|ausbildung|berufsabschluss|berufsausbildung|qualifikation"
    "|berufliche qualifikation|erlernter beruf|studium|ausbildung beruf|ausbildung studium"
    "|berufserfahrung|beruflicher abschluss",
    Column.NOTE: "bemerkung|bemerkungen|notiz|notizen|anmerkung|anmerkungen|kommentar|kommentare"
    "|hinweis|hinweise|sonstiges|info|note|notes|bem|anm|zusatz",
}

HEADINGS: dict[str, Column] = {
    heading: column for column, headings in _HEADINGS.items() for heading in headings.split("|")
}
