"""Where each part of the data stands, as paths below the project's folder."""

DATA = "policy_data"
SITE = f"{DATA}/site.yaml"
DEPARTMENTS = f"{DATA}/departments.yaml"
AUDIENCES = f"{DATA}/audiences.yaml"
TERMS = f"{DATA}/terms.yaml"
QUESTIONS = f"{DATA}/questions.yaml"
CHANGES = f"{DATA}/changes.yaml"
PROOF = f"{DATA}/proof.yaml"


def source_file(document: str) -> str:
    """The text as issued."""
    return f"{DATA}/{document}/source.txt"


def frame_file(document: str) -> str:
    """The frame of a document."""
    return f"{DATA}/{document}/document.yaml"


def article_file(document: str, number: int) -> str:
    """One article."""
    return f"{DATA}/{document}/articles/{number:02}.yaml"


def scenario_file(document: str, name: str) -> str:
    """A file of scenarios; a scenario's id is `name/key`."""
    return f"{DATA}/{document}/scenarios/{name}.yaml"


def measure_file(document: str, measure: str) -> str:
    """One measure."""
    return f"{DATA}/{document}/measures/{measure}.yaml"
