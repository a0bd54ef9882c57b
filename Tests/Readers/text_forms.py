"""Read back the forms of text and figures: Markdown, CSV, JSON."""
import csv
import json
import re

import jsonschema
import pandas
from markdown_it import MarkdownIt

from sessions import EVIL, ROOT, SEEN, STEPS, TITLE, run
from timed_forms import CLOSE, pauses, refused, speech


# MARK: Markdown


def check_markdown(session, _):
    text = session.written("markdown").decode("utf-8")
    for wrong in (text + "\n<b>bold</b>\n", text + "\n[a](b)\n", text + "\n## More\n",
                  text.replace("| Result | ", "| Result, | ", 1)):
        refused(markdown_holds, wrong, session)
    return markdown_holds(text, session)


def markdown_holds(text, session):
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    inner = [child for token in tokens for child in token.children or []]
    allowed = {"text", "text_special", "softbreak", "strong_open", "strong_close"}
    assert {token.type for token in inner} <= allowed, f"{ {token.type for token in inner} - allowed }"
    blocks = {token.type for token in tokens}
    assert not blocks & {"html_block", "code_block", "fence", "hr", "lheading_open"}, blocks
    headings = ["".join(child.content for child in tokens[index + 1].children)
                for index, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings[1:-1] == [heading for heading in headings[1:-1] if heading in (
        "What the interviewer asked", "What the interviewer asks next", "What to change first", "In your words")], headings
    assert headings[-1] == "Details", headings
    assert not session.is_hostile or headings[0] == " ".join(SEEN.split()), headings[0]
    # No text of anybody's has become an item of a list of its own.
    assert max(token.level for token in tokens if token.type.endswith("list_open")) <= 2
    tables = tables_of(tokens)
    assert [row[0] for row in tables[0][1:]] == [step.title() for step in STEPS]
    verdicts = {part.name: part.verdict.replace("_", " ") for part in session.parts if part.verdict}
    for row in tables[0][1:]:
        expected = verdicts.get(row[0], "missing")
        assert row[3] == expected.replace("over limit", "over the limit"), row
    names = [part.name for part in session.parts]
    assert any([row[0] for row in table[1:]] == names for table in tables[1:]), "no table of the takes"
    return f"{len(tables)} tables"


def tables_of(tokens):
    """Each table as rows of cells, all of one length."""
    tables = []
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type in ("th_open", "td_open"):
            tables[-1][-1].append("".join(child.content for child in tokens[index + 1].children))
    for table in tables:
        assert len({len(row) for row in table}) == 1, "rows of several lengths"
    return tables


# MARK: CSV


def check_csv(session, folder):
    data = session.written("csv")
    for wrong in (b"x," + data, data.replace(b"\r\n", b"\n"), data.replace(b",Result,", b",=1+1,", 1),
                  data.replace(b",Action,", b",Task,", 1)):
        refused(csv_holds, wrong, session, folder)
    return csv_holds(data, session, folder)


def csv_holds(data, session, folder):
    path = folder / "table.csv"
    path.write_bytes(data)
    assert b"\n" not in data.replace(b"\r\n", b""), "lines end as RFC 4180 says"
    assert data.startswith(b"\xef\xbb\xbf") != data.isascii(), "the mark stands where it is needed, and only there"
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file, strict=True))
    assert len({len(row) for row in rows}) == 1, "rows of several lengths"
    number = re.compile(r"-?\d+(\.\d+)?")
    for row in rows:
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "-")) or number.fullmatch(cell), f"a formula: {cell!r}"
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", cell), f"controls: {cell!r}"
    table = [dict(zip(rows[0], row)) for row in rows[1:]]
    spoken = {part.name: part for part in session.parts}
    assert [row["part"] for row in table][:5] == [step.title() for step in STEPS]
    assert [row["part"] for row in table if row["file"]] == list(spoken)
    for row in table:
        part = spoken.get(row["part"])
        if part is None:
            assert row["verdict"] == "missing" and row["answer_time_s"] == "", row
            continue
        spans = speech(part.timing)
        answer = spans[-1][1] - spans[0][0] if spans else 0
        assert abs(float(row["answer_time_s"]) - answer) <= CLOSE, row
        assert int(row["pauses"]) == len(pauses(part.timing)), row
        assert abs(float(row["target_s"]) - part.target) <= CLOSE, row
        assert part.verdict in (None, row["verdict"]), row
        seen = re.sub("[\x00-\x1f\x7f-\x9f\u202e]", "", part.file)
        assert row["file"] == ("'" + seen if seen.startswith("=") else seen), row
    frame = pandas.read_csv(path)
    assert list(frame.columns) == rows[0] and len(frame) == len(table)
    return f"{len(table)} rows of {len(rows[0])} cells"


# MARK: JSON


def closed(schema):
    """The schema with no room for fields that it does not know."""
    if isinstance(schema, dict):
        inner = {key: closed(value) for key, value in schema.items()}
        return {**inner, "additionalProperties": False} if "properties" in schema and "type" in schema else inner
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


def validator(program, name):
    schema = json.loads(run(program, "schema", name))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(closed(schema))


def check_json(session, program):
    schema = validator(program, "report")
    written, line = session.written("json").decode(), session.written("jsonl").decode()
    assert line.count("\n") == 1 and len(line.splitlines()) == 1, "more than a line"
    report = json.loads(written)
    assert json.loads(line) == report, "the line tells something else"
    schema.validate(report)
    assert not re.search("[\x7f-\x9f\u202e\u2028]|\x1b", written), "controls"
    if session.is_hostile:
        assert report["scenario"]["title"] == TITLE and report["probes"][0]["reasons"][0] == EVIL, "text was lost"
    for wrong in ({**report, "steps": report["steps"][:4]}, {**report, "verdict": "good"},
                  {key: value for key, value in report.items() if key != "whole"}):
        refused(schema.validate, wrong)


def check_lines(program, folder):
    sounds = sorted(map(str, (ROOT / "Audio").glob("*/*.flac")))
    lines = run(program, "analyze", *sounds[:3], "gone.wav", *sounds[3:], status=66).decode().splitlines()
    schema, failure = validator(program, "analysis"), validator(program, "failure")
    assert [json.loads(line)["file"] for line in lines] == sounds[:3] + ["gone.wav"] + sounds[3:]
    failure.validate(json.loads(lines.pop(3)))
    for line in lines:
        schema.validate(json.loads(line))
        refused(failure.validate, json.loads(line))
    folders = "\n".join([str(ROOT / "Audio" / "owned-failure-typical-faults"), "gone"]).encode()
    lines = run(program, "replay", "-", "--json", status=66, input=folders).splitlines()
    validator(program, "report").validate(json.loads(lines[0]))
    failure.validate(json.loads(lines[1]))
