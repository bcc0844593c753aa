"""Why a value is what it is: a code and the facts that decided it; the words are the page's business."""

from dataclasses import dataclass
from datetime import date

Parameter = str | int | date


@dataclass(frozen=True, slots=True)
class Trace:
    """One derived value with the facts behind it, for instance EECO03 with days=412, age=23, profile=EC."""

    code: str
    parameters: tuple[tuple[str, Parameter], ...] = ()

    @classmethod
    def of(cls, code: str, **parameters: Parameter) -> "Trace":
        """Return the trace of a code; parameters keep the order in which they are named."""
        return cls(str(code), tuple(parameters.items()))

    def __getitem__(self, name: str) -> Parameter:
        return dict(self.parameters)[name]

    def as_json(self) -> dict[str, str | int]:
        """Return the parameters as JSON can hold them, days in ISO form, beside the code."""
        plain = {
            name: value.isoformat() if isinstance(value, date) else value for name, value in self.parameters
        }
        return {"code": self.code, **plain}
