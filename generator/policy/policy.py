"""The whole of the data: the site, its shared lists and its documents."""

from generator.policy.document import Document
from generator.policy.frozen import Frozen, FrozenMap
from generator.policy.people import Audience, Department
from generator.policy.proof import Proof
from generator.policy.question import Question
from generator.policy.site import Change, Site
from generator.policy.term import Term


class Policy(Frozen):
    """Everything that `policy_data/` holds, valid; mappings keep the order of the files."""

    site: Site
    departments: FrozenMap[Department]
    audiences: FrozenMap[Audience]
    terms: FrozenMap[Term]
    questions: FrozenMap[Question]
    changes: tuple[Change, ...]
    documents: FrozenMap[Document]
    proof: Proof | None = None
