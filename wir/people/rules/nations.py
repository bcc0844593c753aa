"""Words for nationalities: names and codes from CLDR, adjectives and everyday names from our own table.

Codes are ISO 3166-1 alpha-3, XKX for Kosovo; XXA stateless and XXX unspecified (ICAO Doc 9303 part 3).
"""

from functools import cache

from babel import Locale
from babel.core import get_global

from wir.people.rules.spelling import plain

STATELESS = "XXA"
UNSPECIFIED = "XXX"

# Names and codes CLDR does not list; parted by |, in the form that `spelling.plain` gives.
_NAMES = {
    STATELESS: "staatenlos|staatenloser|staatenlose|stateless|ohne staatsangehoerigkeit"
    "|keine staatsangehoerigkeit",
    UNSPECIFIED: "ungeklaert|ungeklaerte|ungeklaerte staatsangehoerigkeit|unbekannt|unklar|unknown"
    "|staatsangehoerigkeit ungeklaert|nicht geklaert|ungekl",
    "ARE": "vae|emirate|emirati|uae",
    "BIH": "bosnien|bih",
    "BLR": "weissrussland|weissrussisch|weissrusse|weissrussin",
    "CAF": "zentralafrika|zar|rca",
    "CHN": "volksrepublik china|vr china",
    "CIV": "elfenbeinkueste|ivory coast|cote d ivoire|cote divoire|ivorer|ivorerin",
    "CMR": "cameroun|cam",
    "COD": "dr kongo|kongo dr|demokratische republik kongo|kongo demokratische republik|drk|dr congo"
    "|kongo drk|kongo kinshasa|cgo",
    "COG": "republik kongo|kongo republik|rcb|kongo brazzaville",
    "CPV": "kap verde",
    "CZE": "tschechische republik|czech republic",
    "DEU": "d|brd|deutschland",
    "EGY": "arabische republik aegypten",
    "ERI": "eritraea",
    "GBR": "grossbritannien|england|uk|united kingdom",
    "GMB": "wag|the gambia",
    "IRN": "islamische republik iran|iran islamische republik|persien|persisch|perser|perserin",
    "IRQ": "iraq",
    "JOR": "hkj",
    "KEN": "eak",
    "KGZ": "kirgistan|kirgisien|kirgisistan",
    "KOR": "suedkorea",
    "LBN": "rl",
    "LKA": "sri lanka",
    "MDA": "moldawien|moldau|moldova|republik moldau|moldawisch|moldawier|moldawierin",
    "MKD": "mazedonien|macedonia|nmk",
    "MLI": "rmm",
    "MMR": "burma|birma",
    "NER": "rn",
    "NGA": "wan",
    "PSE": "palaestina|palestine|palaestinensische gebiete|palaestinensisches gebiet|gaza|westjordanland",
    "RUS": "russische foederation|russian federation",
    "SAU": "saudi arabien|ksa|saudi",
    "SDN": "sud",
    "SLE": "wal",
    "SYR": "arabische republik syrien|syrien arabische republik|syria",
    "TCD": "tch",
    "TUR": "turkey|tuerkiye",
    "TZA": "eat|tansania",
    "UGA": "eau",
    "USA": "usa|us amerikanisch|us amerikaner|amerikanisch|amerikaner|amerikanerin|american",
    "VNM": "vietnam",
    "XKX": "kosova|rks|xkx|xk|kos",
    "YEM": "yemen|yar",
}

# Adjective without its ending; then what the people are called, German and English.
_ADJECTIVES = {
    "AFG": "afghanisch afghane afghanin afghan",
    "AGO": "angolanisch angolaner angolanerin angolan",
    "ALB": "albanisch albaner albanerin albanian",
    "ARM": "armenisch armenier armenierin armenian",
    "AZE": "aserbaidschanisch aserbaidschaner aserbaidschanerin azerbaijani",
    "BDI": "burundisch burundier burundierin burundian",
    "BEN": "beninisch beniner beninerin beninese",
    "BFA": "burkinisch burkiner burkinerin burkinabe",
    "BGD": "bangladeschisch bangladescher bangladescherin bangladeshi",
    "BGR": "bulgarisch bulgare bulgarin bulgarian",
    "BIH": "bosnisch bosnier bosnierin bosnian",
    "BLR": "belarussisch belarusisch belarusse belarussin belarusian",
    "BRA": "brasilianisch brasilianer brasilianerin brazilian",
    "CHN": "chinesisch chinese chinesin",
    "CIV": "ivorisch ivorian",
    "CMR": "kamerunisch kameruner kamerunerin cameroonian",
    "COL": "kolumbianisch kolumbianer kolumbianerin colombian",
    "CUB": "kubanisch kubaner kubanerin cuban",
    "DEU": "deutsch deutscher german",
    "DJI": "dschibutisch dschibutier djiboutian",
    "DZA": "algerisch algerier algerierin algerian",
    "EGY": "aegyptisch aegypter aegypterin egyptian",
    "ERI": "eritreisch eritreer eritreerin eritrean",
    "ETH": "aethiopisch aethiopier aethiopierin ethiopian",
    "FRA": "franzoesisch franzose franzoesin french",
    "GEO": "georgisch georgier georgierin georgian",
    "GHA": "ghanaisch ghanaer ghanaerin ghanaian",
    "GIN": "guineisch guineer guineerin guinean",
    "GMB": "gambisch gambier gambierin gambian",
    "GRC": "griechisch grieche griechin greek",
    "HRV": "kroatisch kroate kroatin croatian",
    "HTI": "haitianisch haitianer haitianerin haitian",
    "IND": "indisch inder inderin indian",
    "IRN": "iranisch iraner iranerin iranian",
    "IRQ": "irakisch iraker irakerin iraqi",
    "ISR": "israelisch israeli",
    "ITA": "italienisch italiener italienerin italian",
    "JOR": "jordanisch jordanier jordanierin jordanian",
    "KAZ": "kasachisch kasache kasachin kazakh",
    "KEN": "kenianisch kenianer kenianerin kenyan",
    "KGZ": "kirgisisch kirgise kirgisin kyrgyz",
    "KWT": "kuwaitisch kuwaiter kuwaiti",
    "LBN": "libanesisch libanese libanesin lebanese",
    "LBR": "liberianisch liberisch liberianer liberianerin liberian",
    "LBY": "libysch libyer libyerin libyan",
    "LKA": "srilankisch srilanker srilankerin",
    "MAR": "marokkanisch marokkaner marokkanerin moroccan",
    "MKD": "mazedonisch nordmazedonisch mazedonier mazedonierin macedonian",
    "MLI": "malisch malier malierin malian",
    "MMR": "myanmarisch birmanisch burmese",
    "MNE": "montenegrinisch montenegriner montenegrinerin montenegrin",
    "MRT": "mauretanisch mauretanier mauretanierin mauritanian",
    "NER": "nigrisch nigrer nigrerin nigerien",
    "NGA": "nigerianisch nigerianer nigerianerin nigerian",
    "NPL": "nepalesisch nepalese nepalesin nepali",
    "PAK": "pakistanisch pakistaner pakistanerin pakistani",
    "POL": "polnisch pole polin polish",
    "PSE": "palaestinensisch palaestinenser palaestinenserin palestinian",
    "ROU": "rumaenisch rumaene rumaenin romanian",
    "RUS": "russisch russe russin russian",
    "RWA": "ruandisch ruander ruanderin rwandan",
    "SAU": "saudisch saudiarabisch",
    "SDN": "sudanesisch sudanese sudanesin",
    "SEN": "senegalesisch senegalese senegalesin",
    "SLE": "sierraleonisch",
    "SOM": "somalisch somalier somalierin somali somalian",
    "SRB": "serbisch serbe serbin serbian",
    "SSD": "suedsudanesisch suedsudanese suedsudanesin",
    "SYR": "syrisch syrer syrerin syrian",
    "TCD": "tschadisch tschader tschaderin chadian",
    "TGO": "togoisch togolesisch togoer togoerin togolese",
    "TJK": "tadschikisch tadschike tadschikin tajik",
    "TKM": "turkmenisch turkmene turkmenin turkmen",
    "TUN": "tunesisch tunesier tunesierin tunisian",
    "TUR": "tuerkisch tuerke tuerkin turkish",
    "UGA": "ugandisch ugander uganderin ugandan",
    "UKR": "ukrainisch ukrainer ukrainerin ukrainian",
    "UZB": "usbekisch usbeke usbekin uzbek",
    "VEN": "venezolanisch venezolaner venezolanerin venezuelan",
    "VNM": "vietnamesisch vietnamese vietnamesin",
    "XKX": "kosovarisch kosovare kosovarin kosovan",
    "YEM": "jemenitisch jemenite jemenitin yemeni",
}

# Letters that mean one country as ISO code and another on a car, or a name of two countries.
AMBIGUOUS = {
    "et": ("EGY", "ETH"),
    "cl": ("CHL", "LKA"),
    "lb": ("LBN", "LBR"),
    "kongo": ("COD", "COG"),
    "congo": ("COD", "COG"),
    "kongolesisch": ("COD", "COG"),
    "kongolese": ("COD", "COG"),
    "congolese": ("COD", "COG"),
    "korea": ("KOR", "PRK"),
}

_WITHDRAWN_CODES = frozenset({"BUR", "ZAR", "DDR", "FXX", "TMP", "YMD"})
_ENDINGS = ("", "e", "er", "es", "en", "em")


@cache
def nationality_words() -> dict[str, str]:
    """Return code by word, every word in the form that `spelling.plain` gives."""
    words = _words_of_cldr()
    for alpha3, names in _NAMES.items():
        words.update(dict.fromkeys(names.split("|"), alpha3))
    for alpha3, forms in _ADJECTIVES.items():
        for form in forms.split():
            endings = _ENDINGS if form.endswith("sch") else ("", "n", "nen")
            words.update({form + ending: alpha3 for ending in endings})
    for word in AMBIGUOUS:
        words.pop(word, None)
    return words


def _words_of_cldr() -> dict[str, str]:
    alpha3_by_alpha2 = {
        targets[0]: alias
        for alias, targets in get_global("territory_aliases").items()
        if len(alias) == len("AFG")
        and alias.isalpha()
        and len(targets) == 1
        and alias not in _WITHDRAWN_CODES
    }
    alpha3_by_alpha2["XK"] = "XKX"
    words: dict[str, str] = {}
    for language in ("en", "de"):
        for alpha2, name in Locale(language).territories.items():
            if alpha2 in alpha3_by_alpha2:
                words[plain(name)] = alpha3_by_alpha2[alpha2]
    for alpha2, alpha3 in alpha3_by_alpha2.items():
        words[alpha2.lower()] = words[alpha3.lower()] = alpha3
    return words
