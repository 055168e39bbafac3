"""Scenarios of Stel dat as a mapping, kept in the workspace; partners stand in it by id, so that erasure finds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from regional.search.whatif import Supposition
from regional.ui import storage
from regional.workspace import records


class StoredScenario(MutableMapping[str, Supposition]):
    """Name -> scenario. ``ids`` is name -> partner id of the list on screen."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._id_of = dict(ids)
        self._name_of = {partner_id: name for name, partner_id in ids.items()}

    def __getitem__(self, name: str) -> Supposition:
        content: dict[str, Any] = dict(self._record(name).content)
        names = self._name_of
        return Supposition.model_validate(
            {
                "added": [names[one["partner_id"]] for one in content["added"] if one["partner_id"] in names],
                "amounts": {names[o["partner_id"]]: o["euro"] for o in content["amounts"] if o["partner_id"] in names},
                "own": content["own"],
            }
        )

    def __setitem__(self, name: str, scenario: Supposition) -> None:
        repository = storage.workspace().scenarios
        content = {
            "added": [{"partner_id": self._id_of[n]} for n in scenario.added if n in self._id_of],
            "amounts": [
                {"partner_id": self._id_of[n], "euro": euro} for n, euro in scenario.amounts.items() if n in self._id_of
            ],
            "own": [dict(cells) for cells in scenario.own],
        }
        before = repository.list(name=name)
        if before:
            repository.save(before[0].changed(content=content))
        else:
            repository.add(records.Scenario.model_validate({"name": name, "content": content}))

    def __delitem__(self, name: str) -> None:
        storage.remove(storage.workspace().scenarios, self._record(name))

    def __iter__(self) -> Iterator[str]:
        if storage.has_workspace():
            yield from (record.name for record in storage.workspace().scenarios.list())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _record(self, name: str) -> records.Scenario:
        found = storage.workspace().scenarios.list(name=name) if storage.has_workspace() else ()
        if not found:
            raise KeyError(name)
        return found[0]
