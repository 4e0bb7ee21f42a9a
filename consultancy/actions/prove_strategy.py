"""That a version of the strategy was agreed, or what proves it: told afterwards."""

from datetime import datetime

from django.db import transaction

from consultancy.errors import AlreadyAgreed
from consultancy.models import StrategyVersion

from .keep_file import use_files
from .note_strategy import Agreement
from .take_turn import take_turn
from .write_down import write_down


@transaction.atomic
def prove_strategy(
    version: StrategyVersion, *, agreement: Agreement, at: datetime
) -> None:
    """Add what VERSION does not tell yet; what it tells stays as it is.

    Raises AlreadyAgreed where it has proof, or would get none though it is agreed;
    FilesGone.
    """
    consultant = version.client.consultant
    take_turn(consultant)
    version.refresh_from_db()
    if version.proven_at or (version.agreed_on and not agreement.files):
        raise AlreadyAgreed
    told = Agreement(
        on=version.agreed_on or agreement.on,
        by=version.agreed_by or agreement.by,
        how=version.agreed_how or agreement.how,
        note=version.proof_note or agreement.note,
        files=agreement.files,
    )
    _store(version, told, at)
    use_files(told.files, at=at)
    version.proof.set(told.files)
    write_down(
        consultant,
        kind="strategy_proven" if told.files else "strategy_agreed",
        at=at,
        subject=f"client:{version.client_id}",
        payload={"number": version.number} | told.facts,
    )


def _store(version: StrategyVersion, told: Agreement, at: datetime) -> None:
    version.agreed_on = told.on
    version.agreed_by = told.by
    version.agreed_how = told.how or None
    version.proof_note = told.note or None
    version.proven_at = at if told.files else None
    version.save(
        update_fields=[
            *("agreed_on", "agreed_by", "agreed_how", "proof_note", "proven_at")
        ]
    )
