"""How large a list may be; lists of people are small, and a reader without limits is an attack waiting."""

MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 5_000  # filled rows below the header
MAX_COLUMNS = 200
LAST_ROW = 10_000  # of a spreadsheet, blank rows included: the reader holds the whole rectangle in memory
MAX_UNPACKED = 50 * 1024 * 1024  # bytes of all parts of a zipped spreadsheet
MAX_RATIO = 200  # unpacked to packed; spreadsheets reach about 30
RATIO_MATTERS_FROM = 5 * 1024 * 1024  # bytes unpacked; tiny files of blanks may well pack better
MAX_PARTS = 2_000
HEADER_WITHIN = 20  # first rows in which the header is looked for
