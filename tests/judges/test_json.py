"""JSON against the published schemas, by a validator of draft 2020-12."""

import json

import pytest
from jsonschema import Draft202012Validator

import project

DOCUMENTS = [("table", path) for path in project.files("tables", ".json")]
DOCUMENTS += [("document", path) for path in project.files("print", ".json")]


def read(path):
    """What a file of JSON holds."""
    return json.loads(path.read_text(encoding="utf-8"))


def validator(schema):
    """A validator for `schema`, which must itself be one of draft 2020-12."""
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def registry_of(folder):
    """The schemas in a folder, which name each other by their file names."""
    from referencing import Registry, Resource

    resources = [(path.name, Resource.from_contents(read(path))) for path in folder.glob("*.schema.json")]
    return Registry().with_resources(resources)


@pytest.fixture(scope="module")
def schemas():
    """A validator for tables and one for documents."""
    folder = project.ROOT / "templates/schema"
    registry = registry_of(folder)
    out = {}
    for name in ("table", "document"):
        schema = read(folder / f"{name}.schema.json")
        validator(schema)
        out[name] = Draft202012Validator(schema, registry=registry)
    return out


@pytest.mark.parametrize("kind, path", DOCUMENTS, ids=lambda it: getattr(it, "stem", it))
def test_a_file_is_as_its_schema_says(kind, path, schemas):
    assert [f"{error.json_path}: {error.message[:200]}" for error in schemas[kind].iter_errors(read(path))] == []


@pytest.mark.parametrize("kind", ["table", "document"])
def test_a_file_of_another_shape_is_seen(kind, schemas):
    path = next(path for it, path in DOCUMENTS if it == kind)
    for key in ("stamp", "title", "sources"):
        assert list(schemas[kind].iter_errors({name: value for name, value in read(path).items() if name != key}))
    assert list(schemas[kind].iter_errors({**read(path), "another": 1}))


def test_the_whole_knowledge_base_is_as_its_schema_says():
    judge = validator(read(project.DIST / "data.schema.json"))
    data = read(project.DIST / "data.json")
    assert [f"{error.json_path}: {error.message[:200]}" for error in judge.iter_errors(data)][:10] == []
    assert list(judge.iter_errors({**data, "records": {**data["records"], "facts": {"one": {}}}}))


def test_the_manifest_lists_every_file_with_its_hash():
    import hashlib

    listed = read(project.DIST / "manifest.json")["files"]
    paths = {path.relative_to(project.DIST).as_posix(): path for path in project.DIST.rglob("*") if path.is_file()}
    own = {name for name in paths if name.endswith("manifest.json") or name.startswith(".")}
    assert sorted(set(paths) - own) == sorted(set(listed) - own)
    for name in sorted(set(listed) - own):
        data = paths[name].read_bytes()
        assert (listed[name]["size"], listed[name]["sha256"]) == (len(data), hashlib.sha256(data).hexdigest()), name
