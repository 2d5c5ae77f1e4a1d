"""Says what is wrong with a datapackage.yaml before any row is read: what the loader needs must be there."""

from __future__ import annotations

from .messages import problem
from .schema import Refused, converter

TYPES = ("string", "integer", "number", "boolean", "date")
CONSTRAINTS = ("required", "unique", "enum", "minimum", "maximum", "pattern")
_PACKAGE_NEEDS = "name title bekal:title_en description version licenses sources resources".split()
_RESOURCE_NEEDS = "name path title bekal:title_en description schema".split()
_FIELD_NEEDS = "name type title description".split()


def problems(descriptor, package: str, file: str) -> list:
    """Every fault of a parsed descriptor, as `Problem`s without a row."""
    if not isinstance(descriptor, dict):
        return [problem("not-a-mapping", file)]
    found = list(_missing(descriptor, _PACKAGE_NEEDS, file))
    if descriptor.get("name") not in (None, package):
        found.append(problem("folder-name", file, column="name", name=package))
    resources = descriptor.get("resources") or []
    known = {resource.get("name"): _columns(resource) for resource in resources}
    for resource in resources:
        missing = list(_missing(resource, _RESOURCE_NEEDS, file, f"{resource.get('name')}."))
        found += missing or _resource_problems(resource, known, file)
    return found


def _resource_problems(resource: dict, known: dict, file: str) -> list:
    name, schema = resource["name"], resource["schema"]
    found = [one for field in schema.get("fields", []) for one in _field_problems(field, name, file)]
    found += _key_problems(schema, name, known, file)
    columns = known[name] | _joined(schema, known)
    for key in ("bekal:vintage_of", "bekal:date_column"):
        value = resource.get(key) or []
        for column in [value] if isinstance(value, str) else value:
            if column not in columns:
                found.append(problem("no-column", file, column=f"{name}.{key}", name=column))
    life = resource.get("bekal:shelf_life_months")
    counts = isinstance(life, int) and life > 0 and resource.get("bekal:date_column") and "checked" in columns
    if life is not None and not counts:
        found.append(problem("shelf-life", file, column=f"{name}.bekal:shelf_life_months"))
    return found


def _field_problems(field: dict, resource: str, file: str) -> list:
    place = f"{resource}.{field.get('name', '?')}"
    found = list(_missing(field, _FIELD_NEEDS, file, f"{place}."))
    rules = field.get("constraints") or {}
    found += [problem("constraint", file, column=place, name=rule) for rule in rules if rule not in CONSTRAINTS]
    if field.get("type") not in TYPES:
        return [*found, problem("field-type", file, column=place, allowed=", ".join(TYPES))]
    if field["type"] == "number" and not _is_power_of_ten(field.get("bekal:scale")):
        return [*found, problem("field-scale", file, column=place)]
    return found + _limit_problems(field, rules, file, place)


def _limit_problems(field: dict, rules: dict, file: str, place: str) -> list:
    """Limits and lists must be values of the field themselves."""
    convert = converter(field)
    try:
        for rule in ("minimum", "maximum"):
            if rule in rules:
                convert(str(rules[rule]))
        for one in rules.get("enum", []):
            convert(str(one))
    except Refused as why:
        return [problem(why.code, file, column=place, **why.values)]
    return []


def _key_problems(schema: dict, resource: str, known: dict, file: str) -> list:
    found = []
    for columns in [schema.get("primaryKey") or [], *schema.get("uniqueKeys", [])]:
        for column in columns:
            if column not in known[resource]:
                found.append(problem("no-column", file, column=f"{resource}.primaryKey", name=column))
    for foreign in schema.get("foreignKeys", []):
        columns, reference = foreign["fields"], foreign["reference"]
        there = known.get(reference.get("resource"), set())
        if len(columns) != 1 or columns[0] not in known[resource] or not set(reference["fields"]) <= there:
            found.append(problem("foreign-schema", file, column=f"{resource}.foreignKeys"))
    return found


def _columns(resource: dict) -> set:
    return {field.get("name") for field in (resource.get("schema") or {}).get("fields", [])}


def _joined(schema: dict, known: dict) -> set:
    """The columns that foreign keys bring along, such as source_date."""
    return {
        f"{foreign['fields'][0]}_{column}"
        for foreign in schema.get("foreignKeys", [])
        for column in known.get(foreign["reference"].get("resource"), ())
    }


def _is_power_of_ten(scale) -> bool:
    return isinstance(scale, int) and scale > 0 and str(scale).strip("0") == "1"


def _missing(mapping: dict, needs: list, file: str, place: str = ""):
    for key in needs:
        if not mapping.get(key):
            yield problem("needed", file, column=place + key)
