"""Files that a system or a mail program keeps for itself beside mail: left out on purpose, and said so."""

from __future__ import annotations

import re
from typing import Final

# Folder views of systems; AppleDouble; Dovecot, Courier and Maildir++; Thunderbird; MH, mutt and nmh; Evolution; KMail.
_NAMES: Final = re.compile(
    r"""\.ds_store|thumbs\.db|desktop\.ini|\.localized|\.directory|\._.*
    |dovecot([.-].*)?|\.dovecot.*|maildirsize|maildirfolder|subscriptions|\.?courierimap.*
    |.*\.msf|msgfilterrules\.dat|popstate\.dat|panacea\.dat|filterlog\.html|virtualfolders\.dat
    |\.mh_(sequences|folder)|\.xmhcache
    |.*\.(ev-summary|ibex\.index|ibex\.index\.data|cmeta|mbox\.lock)
    |\..*\.index(\.ids|\.sorted)?|\.nov|\.overview|table_of_contents""",
    re.VERBOSE,
)


def is_bookkeeping(label: str) -> bool:
    """Say whether a file is called as such a file is. What looks like mail is read whatever it is called."""
    return _NAMES.fullmatch(label.rpartition("/")[2].lower()) is not None
