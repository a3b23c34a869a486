"""HTML, read by Nu, the checker of the W3C."""

import json
import subprocess

import project

JAR = project.ROOT / "tests/browser/node_modules/vnu-jar/build/dist/vnu.jar"


def findings(paths):
    """What Nu says of files: the file, the line, and the words; both what is wrong and what is not recommended."""
    told = subprocess.run(
        # Long pages nest deeper than Java's own stack is made for.
        ["java", "-Xss4m", "-jar", JAR, "--format", "json", *paths],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    messages = json.loads(told.stderr)["messages"]
    broken = [it for it in messages if it["type"] == "non-document-error"]
    assert not broken, broken
    return [(it["url"].rpartition("/dist/")[2] or it["url"], it.get("lastLine"), it["message"]) for it in messages]
