"""Letters of the scripts of participants' names, with the sounds each may stand for in Latin spellings.

Several sounds are several ways to write it: the Arabic letter of *Gamal* is written g, j, dj or dsch in Latin. Sounds
are single letters, consonants and ``a e i o u``; ``*`` is a vowel that the script does not write. Sources: DIN 31635
(Arabic, Persian), DIN 1460 and passport rules of ICAO 9303 (Cyrillic), ALA-LC (Ge'ez), and how people sign.
"""

_ARABIC = """
ا * أ * إ * آ a ٱ * ع * ء * ئ * ى a ة a,e ب b پ p ت t ث t,s ج j چ h,k ح h خ h,k د d ذ d,s ر r ز s ژ
s,j س s ش s ص s ض d,s ط t ظ s,d غ g ف f ڤ v ق k,g ک k گ g ل l م m ن n ں n ه h ھ h ڕ r ڵ l ێ e ۆ o ە
a,e
"""
ARABIC = dict(zip(_ARABIC.split()[::2], (way.split(",") for way in _ARABIC.split()[1::2]), strict=True))
"""One letter inside a word; و, ي and the first and last letters of a word are read by ``sounds``."""

ARABIC_SAME = str.maketrans(
    "يىكؤۇۀہۂڭېۍئټډړښږځڅڼګڈٹڑےٶ",
    "ییکووهههنییءتدرشگزسنگدتریو",
)
"""Letters of Persian, Pashto, Kurdish and Urdu keyboards that are read alike."""

_CYRILLIC = """
а a б b в v г g,h ґ g д d е e ё yo,e є ye ж zh з z и i і i ї yi й i к k л l м m н n о o п p р r с s т t у u ў u ф f х kh
ц ts ч ch ш sh щ shch ъ . ы i ь . э e ю yu я ya ҷ j қ q ғ gh ҳ h ӣ i ӯ u ә a ң ng ө o ү u ұ u һ h ј j
љ lj њ nj ћ c ђ dj џ dzh
"""
CYRILLIC = {
    letter: [way.strip(".") for way in ways.split(",")]
    for letter, ways in zip(_CYRILLIC.split()[::2], _CYRILLIC.split()[1::2], strict=True)
}
"""Latin spellings of a letter, read on like any Latin word."""

# The block U+1200–U+1357 holds eight places for each consonant: seven vowels, then the consonant with wa.
_GEEZ = "h l h m s r s s k k k k b v t h,k h,k h n n . k k h,k h,k v . s s,j y d d j g g g t h,k p s s f p"
_GEEZ_ROWS = _GEEZ.split()
_GEEZ_VOWELS = ("e", "u", "i", "a", "e", "*", "o", "a")
_GEEZ_START = 0x1200


def geez(letter: str) -> list[str] | None:
    """Return the sounds of an Ethiopic syllable; None for any other letter."""
    row, order = divmod(ord(letter) - _GEEZ_START, 8)
    if not 0 <= row < len(_GEEZ_ROWS):
        return None
    if letter == "ው":
        return ["v*", "u"]
    vowel = "a" if order == 0 and _GEEZ_ROWS[row] == "." else _GEEZ_VOWELS[order]
    return [consonant.strip(".") + vowel for consonant in _GEEZ_ROWS[row].split(",")]
