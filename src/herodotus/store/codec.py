"""Records as JSON and back; decoding what was encoded gives an equal record with equal vectors.

Vectors are kept as float32 in base64: half precision would take half the room, but then a project read back
could gather other claims than the run that filled it.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import Any, TypeVar, get_origin

import msgspec
import numpy as np
from numpy.typing import NDArray

from herodotus.errors import SkipDocument

Record = TypeVar("Record")


def encode(record: object, origin: str) -> bytes:
    """The record as JSON; text that is no valid Unicode raises SkipDocument for `origin`."""
    try:
        return msgspec.json.encode(record, enc_hook=_plain)
    except UnicodeEncodeError as error:
        raise SkipDocument(
            origin, "store", f"text that cannot be written as UTF-8: {error.reason}"
        ) from error


def decode(data: bytes, kind: type[Record]) -> Record:
    """The record of this kind; msgspec.ValidationError where the JSON is not one."""
    return msgspec.json.decode(data, type=kind, dec_hook=_record)


def _plain(value: object) -> object:
    if isinstance(value, np.ndarray):
        return {"shape": value.shape, "float32": b64encode(value.astype("<f4").tobytes()).decode("ascii")}
    raise NotImplementedError(f"no JSON form for {type(value).__name__}")


def _record(kind: Any, value: Any) -> NDArray[np.float32]:
    if get_origin(kind) is not np.ndarray:
        raise NotImplementedError(f"no record of type {kind}")
    flat = np.frombuffer(b64decode(value["float32"]), dtype="<f4")
    return flat.reshape(value["shape"]).astype(np.float32)
