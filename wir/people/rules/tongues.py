"""Words for languages: names from CLDR, everyday German names from our own table.

Codes as in `kit.languages` where it has them (kmr, ckb, prs, ti, man, rom …), else ISO 639-1, else 639-3.
"""

from functools import cache

from babel import Locale

from wir.people.rules.spelling import plain

_NAMES = {
    "am": "amharisch|amharic",
    "ar": "arabisch|arabic|hocharabisch|arab|arabisch syrisch|syrisch arabisch|irakisch arabisch",
    "arc": "aramaeisch|aramaic|assyrisch|suryoyo|neuaramaeisch",
    "az": "aserbaidschanisch|aseri|azeri|aserisch|azerbaijani",
    "bm": "bambara|bamanankan",
    "bn": "bengalisch|bengali|bangla",
    "ce": "tschetschenisch|chechen",
    "ckb": "sorani|kurdisch sorani|kurdisch zentral|zentralkurdisch|kurdish sorani|soranî|sorani kurdisch",
    "de": "deutsch|german|dt",
    "en": "englisch|english|engl|eng",
    "fa": "persisch|farsi|persian|iranisch|fars",
    "ff": "fula|fulfulde|pular|pulaar|peul|fulani|poular",
    "fr": "franzoesisch|french|franz|frz",
    "kmr": "kurmandschi|kurmanci|kurmanji|kurmanschi|kurdisch kurmandschi|kurdisch kurmanci|kurdisch kurmanji"
    "|nordkurdisch|kurdish kurmanji|badini|behdini|kurmanji kurdisch|ezidisch",
    "ln": "lingala",
    "man": "mandinka|mandingo|malinke|mandingue|maninka|mandinke",
    "pa": "pandschabi|punjabi|panjabi",
    "pcm": "pidgin|pidgin englisch|pidgin english",
    "prs": "dari|dari persisch|afghanisch persisch|persisch dari|farsi dari|dari farsi",
    "ps": "paschtu|paschto|pashto|pashtu|paschtunisch|pashtun|puschtu|pushto",
    "rom": "romanes|romani|romanisch|romany",
    "so": "somali|somalisch|somalia",
    "sq": "albanisch|albanian",
    "sw": "suaheli|swahili|kiswahili|kisuaheli",
    "sus": "susu|soussou",
    "ti": "tigrinya|tigrinisch|tigrinja|tigrigna|tigrynia|tigrinia|tigriny",
    "tig": "tigre",
    "tr": "tuerkisch|turkish|tuerk",
    "uk": "ukrainisch|ukrainian",
    "ur": "urdu",
    "vi": "vietnamesisch|vietnamese",
    "zza": "zazaki|zaza|kurdisch zazaki|dimli",
}
# Kurdish without its branch: Kurmanji mostly from Syria and Turkey, Sorani often from Iraq and Iran.
AMBIGUOUS_LANGUAGES = {
    "kurdisch": ("ckb", "kmr"),
    "kurdish": ("ckb", "kmr"),
    "kurd": ("ckb", "kmr"),
    "ku": ("ckb", "kmr"),
    "afghanisch": ("prs", "ps"),
}


@cache
def language_words() -> dict[str, str]:
    """Return code by word, every word in the form that `spelling.plain` gives."""
    words: dict[str, str] = {}
    for language in ("en", "de"):
        for code, name in Locale(language).languages.items():
            if code.isalpha() and code.islower():
                words[plain(name)] = code
                words.setdefault(code, code)
    for code, names in _NAMES.items():
        words[code] = code
        words.update({plain(name): code for name in names.split("|")})
    for word in ("mehrere sprachen", "unbekannte sprache", *AMBIGUOUS_LANGUAGES):
        words.pop(word, None)
    return {word: code for word, code in words.items() if code not in ("mul", "und", "mis", "zxx")}
