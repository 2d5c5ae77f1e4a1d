"""What is wrong with a file of the curriculum, in Indonesian and in English."""

from __future__ import annotations


class CurriculumError(ValueError):
    """A file cannot be used: which one, and why in both languages."""

    def __init__(self, file, reason: str, reason_en: str):
        self.file, self.reason, self.reason_en = str(file), reason, reason_en
        super().__init__(f"{self.file}: {reason} | {reason_en}")
