"""Operations of a migration that spare Django the drawing of models that nothing asks for."""

from collections.abc import Sequence
from typing import Any

from django.db.migrations import CreateModel, RunPython
from django.db.migrations.operations.base import Operation


class CreateTables(Operation):
    """Several CreateModel that become known together.

    After every CreateModel Django draws anew each model that is tied to it, and here nearly all are tied to the organisation
    and to the account: with a hundred tables that is eight thousand times. Known together they are drawn once a migration.
    """

    def __init__(self, models: Sequence[CreateModel]) -> None:
        self.models = models

    def state_forwards(self, app_label: str, state: Any) -> None:  # noqa: ANN401 -- Django's own types
        state.__dict__.pop("apps", None)  # what was drawn so far; drawn again, whole, when a table is made
        for one in self.models:
            one.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:  # noqa: ANN401
        for one in self.models:
            one.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:  # noqa: ANN401
        for one in reversed(self.models):
            one.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return ", ".join(one.describe() for one in self.models)


class ByHand(RunPython):
    """Statements of our own on the tables (triggers, policies). Their code gets no models, so none are drawn for it."""

    def database_forwards(self, _app_label: str, schema_editor: Any, _from_state: Any, _to_state: Any) -> None:  # noqa: ANN401 -- Django's own types
        by_hand: Any = self.code
        by_hand(None, schema_editor)

    def database_backwards(self, _app_label: str, schema_editor: Any, _from_state: Any, _to_state: Any) -> None:  # noqa: ANN401
        by_hand: Any = self.reverse_code
        by_hand(None, schema_editor)
