"""Cuts text into words as Universal Dependencies English does, and gives each word its shape."""

from __future__ import annotations

import re

from herodotus.data.documents import Span

# Plain words first, to which no other alternative applies and which are most; then the longest alternatives.
# A word keeps its inner periods where it is an abbreviation ("U.S.", "Dec.").
_WORD = re.compile(
    r"""
    (?-i:(?!(?:can|gon|wan)n|[A-Za-z]+nt\b|[Ii](?:m|ve)\b|(?:[Tt]hat|[Ww]hat|[Tt]here|[Ww]here|[Ss]?[Hh]e|Let)s\b
        |(?:[Yy]ou|[Tt]hey)re\b|(?:[Gg]ot|[Oo]ut)ta\b|[Aa]lot\b)[A-Z]?[a-z]{2,}(?=[\s,]))  # plain words
  | (?:https?://|www\.)[^\s<>"”]+[^\s<>"”.,;:!?)\]']   # web address
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)*                     # mail address, account at a host
  | (?-i:[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)*\.(?:com|org|net|gov|edu|info|co|uk|ru|ua|kr
      |pdf|docx?|xlsx?|html?|txt|jpe?g|png|zip))\b
  | (?-i:[a-z]\w+(?:\.[a-z]\w+){2,})                 # name of a site, file or news group
  | [:;]-?[)(DPp](?=[\s.,!?]|$)                       # smiley
  | \.\.+ | --+ | [!?.]{2,}                           # ellipsis, dash, marks of much feeling
  | ([=*_<>~\#+$'‘’`])\1+                              # a rule of marks, doubled quotes
  | [\#@](?=\w)                                      # hash tag, user name: the sign is a word
  | (?:[^\W\d_]\.){2,}                               # U.S., a.m.
  | (?-i:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Sen|Rep|Gov|Rev|Hon|Pres|St|Ft|Mt|Jr|Sr|Inc|Ltd|Co|Corp|Bros
      |No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.(?=\s|,)
  | vs\. | etc\.(?-i:(?=\s*[a-z,;)]))
  | (?-i:[A-Z](?=\.\s+[A-Z]))\.                     # initial: "J. Smith"
  | \d+(?:[./]\d+){2,}\b | \d+(?:-\d+){2,}\b | \d+/\d+\b  # 11/28/2000, a telephone number, 9/11
  | (?<![\d-])\d{1,3}-\d{4}\b                        # a short telephone number
  | \d+(?::\d\d)?(?=[ap]m\b)                         # 7:30|pm
  | \d+(?=(?:k|m|mm|cm|km|kg|lbs?|ft|hrs?|mins?|gb|mb|mph|p)\b)  # 155|mm
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)\b              # 5th  1990s
  | \d+(?:[.,:]\d+)+ | \d+\b                         # 1,000  06:15  2.5|m
  | (?-i:[A-Z]{2,}&[A-Z]+)\b | e-?mails?\b              # AT&T, e-mail
  | (?:non|anti|re|co|semi|mini|pre|post|multi|inter|ex|sub|counter)-(?-i:[a-z]+)  # prefixes stay on
  | can(?=not\b) | (?:gon|wan)(?=na\b) | (?<=gon)na\b | (?<=wan)na\b
  | (?:do|did|does|is|ca|wo|could|would|should|have|has|was|are|ai|ar)(?=nt\b)  # dont
  | i(?=(?:m|ve)\b) | (?:that|what|there|where|he|she)(?=s\b) | (?-i:Let)(?=s\b) | (?:you|they)(?=re\b)  # thats
  | (?:got|out)(?=ta\b) | a(?=lot\b)                  # gotta, alot
  | (?:[^\W\d_](?!['’]t\b)|\d)+(?=n['’]t\b)          # did|n't
  | n['’]t\b
  | ['’](?:s|m|re|ve|ll|d)\b                         # clitic
  | [^\W_]+(?:['’](?!(?:s|m|re|ve|ll|d|t)\b)[^\W\d_]+)*  # word, with O'Brien
  | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Case of a word times what stands before it; `shape` gives 0..SHAPES-1.
CASES = ("lower", "title", "upper", "mixed", "digit", "mark")
BREAKS = ("joined", "space", "line", "paragraph")
SHAPES = len(CASES) * len(BREAKS)


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of text[start:end], in order, without white space."""
    return [Span(*m.span()) for m in _WORD.finditer(text, start, len(text) if end is None else end)]


def case(word: str) -> int:
    """Index into CASES."""
    if word.isalpha():
        if word.islower():
            return 0
    elif not any(map(str.isalpha, word)):
        return 4 if any(map(str.isdigit, word)) else 5
    elif word.islower():
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() and (len(word) == 1 or word[1:].islower()) else 3


def gap(between: str) -> int:
    """Index into BREAKS for the text between two words."""
    if between == " " or not between:
        return len(between)
    lines = between.count("\n")
    return 1 if not lines else 2 if lines == 1 else 3


def shape(word: str, before: str) -> int:
    """Shape of a word given the text between it and the word before (a new block counts as a paragraph)."""
    return gap(before) * len(CASES) + case(word)
