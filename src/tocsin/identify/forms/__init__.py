"""The few forms that a detection can have. Each is a fold over events in order of time, a chunk at a time.

| form | finds |
|---|---|
| `Each` | every event that meets a condition |
| `Many` | many events, or many different values, of one key within a span |
| `FirstSeen` | a value that one key never had before, once enough of it is known |
| `Previous` | an event that does not go with the one before it of the same key |
| `Sequence` | an event soon after another one of the same key |
| `Chain`, `Together` | events of several conditions within a span, in order or in any; for correlation rules of Sigma |

What a form must remember is a frame, so that the next chunk, or tomorrow's file, goes on from there.
"""

from tocsin.identify.forms.chain import Chain, Together
from tocsin.identify.forms.each import Each
from tocsin.identify.forms.first_seen import FirstSeen
from tocsin.identify.forms.form import Form
from tocsin.identify.forms.many import Many
from tocsin.identify.forms.previous import Previous
from tocsin.identify.forms.sequence import Sequence

__all__ = ["Chain", "Each", "FirstSeen", "Form", "Many", "Previous", "Sequence", "Together"]
