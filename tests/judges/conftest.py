"""What several judges share: paths of tables, and folders of files that another program has converted."""

import pytest

import decks
import project
from readers import office

TABLES = [path.with_suffix("") for path in project.files("tables", ".json")]


def pytest_generate_tests(metafunc):
    """A judge that takes `stem` looks at every table of the build: the path of its files without their ending."""
    if "stem" in metafunc.fixturenames:
        metafunc.parametrize("stem", TABLES, ids=[stem.name for stem in TABLES])


REMARKS = pytest.StashKey()


@pytest.fixture(scope="session")
def remark(pytestconfig):
    """What a judge measured: a line that is printed at the end, whatever the outcome."""
    return pytestconfig.stash.setdefault(REMARKS, []).append


def pytest_terminal_summary(terminalreporter, config):
    """Prints the remarks."""
    for line in config.stash.get(REMARKS, []):
        terminalreporter.write_line(f"# {line}")


@pytest.fixture(scope="session")
def settings(tmp_path_factory):
    """The settings of LibreOffice, apart from those of whoever runs the tests."""
    return tmp_path_factory.mktemp("office")


@pytest.fixture(scope="session")
def calculated(tmp_path_factory, settings):
    """A folder with each sheet of each workbook as CSV, as LibreOffice Calc shows it."""
    out = tmp_path_factory.mktemp("calc")
    office.convert(office.CSV, project.files("tables", ".xlsx"), out, settings)
    return out


@pytest.fixture(scope="session")
def pasted(tmp_path_factory, settings):
    """A folder with each fragment of HTML as DOCX, as LibreOffice Writer understands it."""
    out = tmp_path_factory.mktemp("writer")
    fragments = project.files("tables", ".html")
    office.convert(office.DOCX, fragments, out, settings, "--infilter=HTML (StarWriter)")
    return out


@pytest.fixture(scope="session")
def presentations(tmp_path_factory, settings):
    """A folder with every presentation of `decks`, and each as PDF, as LibreOffice Impress draws it."""
    out = tmp_path_factory.mktemp("impress")
    decks.gather(out)
    office.convert(office.PDF, sorted(out.glob("*.pptx")), out, settings)
    return out
