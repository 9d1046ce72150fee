"""Runs inside Pyodide: what is compiled here is compiled for the Python that visitors get."""

import functools
import py_compile
from pathlib import Path

from pyodide_build import _py_compile


def compile_archive(source: str) -> str:
    """Put a compiled archive in the place of a .zip or .whl of sources; return its path.

    Docstrings and asserts are left out. The archive is stored, not deflated: the whole of it
    compresses better than its parts. No source is compared when it is imported: there is none.
    """
    py_compile.compile = functools.partial(
        py_compile.compile,
        optimize=2,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    compiled = _py_compile._py_compile_archive(
        Path(source), keep=False, compression_level=0, verbose=False
    )
    return str(compiled)
