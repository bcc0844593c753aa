"""Why a file is not taken, as the adapters say it."""

from wir.files.rules import FileProblem


class UnfitFile(Exception):
    """The content is not taken; ``problem`` says why, ``detail`` what the sentence needs (a finding, a limit)."""

    def __init__(self, problem: FileProblem, detail: str = "") -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.detail = detail
