"""The pillars of Desmigratif, with the words of Desa Migran Emas each serves."""

from __future__ import annotations

from dataclasses import dataclass

from bekal.contract.text import Text, from_data


@dataclass(frozen=True)
class Pillar:
    """One pillar: its number and folder, its name, and the words of Desa Migran Emas it serves."""

    number: int
    slug: str
    name: Text
    serves: tuple[Text, ...]

    @property
    def folder(self) -> str:
        """The name of the folder that holds the pillar's modules."""
        return f"{self.number}_{self.slug}"

    @property
    def icon(self) -> str:
        """The name of its hand-drawn icon."""
        return f"pillar{self.number}"

    @property
    def colour(self) -> str:
        """The style class that carries its colours."""
        return f"pillar-{self.number}"


EDUCATED = from_data("Edukatif", "Educated")
ADVANCED = from_data("Maju", "Advanced")
SAFE = from_data("Aman", "Safe")
PROSPEROUS = from_data("Sejahtera", "Prosperous")

PILLARS = (
    Pillar(
        0,
        "rencana_keluarga",
        from_data("Rencana keluarga", "Family plan"),
        (PROSPEROUS, SAFE),
    ),
    Pillar(
        1,
        "layanan_migrasi",
        from_data("Layanan migrasi", "Migration services"),
        (EDUCATED, SAFE),
    ),
    Pillar(
        2,
        "usaha_produktif",
        from_data("Usaha produktif", "Productive business"),
        (ADVANCED, PROSPEROUS),
    ),
    Pillar(
        3,
        "community_parenting",
        from_data("Community parenting", "Community parenting"),
        (EDUCATED, SAFE),
    ),
    Pillar(
        4,
        "koperasi_dan_keuangan",
        from_data("Koperasi dan keuangan keluarga", "Cooperative and family finance"),
        (PROSPEROUS,),
    ),
)


def pillar(number: int) -> Pillar:
    """The pillar with this number, 0 to 4."""
    return PILLARS[number]
