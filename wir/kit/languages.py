"""Languages by code: ISO 639 as far as it goes, fixed once for every app.

Django does not know Kurmanji, Pashto, Dari, Tigrinya, Somali and easy German; the programme needs them.
"""

from django.utils.translation import gettext_lazy as _

SPOKEN = {
    "de": _("German"),
    "de-simple": _("Easy German"),
    "en": _("English"),
    "ar": _("Arabic"),
    "fa": _("Persian (Farsi)"),
    "prs": _("Dari"),
    "ps": _("Pashto"),
    "uk": _("Ukrainian"),
    "ru": _("Russian"),
    "tr": _("Turkish"),
    "kmr": _("Kurdish (Kurmanji)"),
    "ckb": _("Kurdish (Sorani)"),
    "fr": _("French"),
    "ti": _("Tigrinya"),
    "am": _("Amharic"),
    "so": _("Somali"),
    "ur": _("Urdu"),
    "es": _("Spanish"),
    "pt": _("Portuguese"),
    "ka": _("Georgian"),
    "hy": _("Armenian"),
    "az": _("Azerbaijani"),
    "sq": _("Albanian"),
    "sr": _("Serbian"),
    "mk": _("Macedonian"),
    "rom": _("Romani"),
    "vi": _("Vietnamese"),
    "bn": _("Bengali"),
    "pa": _("Punjabi"),
    "hi": _("Hindi"),
    "ha": _("Hausa"),
    "wo": _("Wolof"),
    "man": _("Mandinka"),
    "ff": _("Fula"),
    "sw": _("Swahili"),
    "ln": _("Lingala"),
}
"""Code → name, in the order in which the programme meets them."""
