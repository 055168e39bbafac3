"""The base of every result that is made once and then only read."""

from pydantic import BaseModel, ConfigDict


class FrozenModel(BaseModel):
    """A model that never changes and has no field but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")
