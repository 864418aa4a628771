"""YAML as it was written: lines, keys given twice, tags, aliases, and text that is no YAML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.fault import Faults
from korridor.operation.written import MOST_DEEP, MOST_VALUES, read_written


def faults(text: str) -> list[str]:
    try:
        _, found = read_written(text, "a.yaml")
    except Faults as error:
        return str(error).split("\n")
    return [str(fault) for fault in found]


def plain(text: str):
    written, found = read_written(text, "a.yaml")
    assert not found
    return written.plain


def test_values_are_read_as_yaml_has_them():
    """Words, whole numbers and quoted texts are what YAML 1.2 says; fractions stay as they were written."""
    text = "a: 21\nb: '21'\nc: true\nd: ~\ne: 1.50\nf: yes\ng: 010\nh: 06:00\ni: 2016-12-15\nj: |\n  1\n  2\n"
    assert plain(text) == {
        "a": 21,
        "b": "21",
        "c": True,
        "d": None,
        "e": "1.50",
        "f": "yes",
        "g": 10,
        "h": "06:00",
        "i": "2016-12-15",
        "j": "1\n2\n",
    }


def test_aliases_and_merged_tables_are_expanded():
    """What is referred to stands in both places; a table's own key goes before a merged one."""
    text = "base: &base {kind: depot, bays: 2}\nplaces:\n  a: *base\n  b: {<<: *base, bays: 3}\n"
    assert plain(text)["places"] == {"a": {"kind": "depot", "bays": 2}, "b": {"kind": "depot", "bays": 3}}


def test_values_know_their_lines():
    """A single value stands on its own line, a table on its key's."""
    written, _ = read_written("a:\n  b:\n    c: 1\n  d:\n    - 2\n    -\n      e: 3\n", "a.yaml")
    a = written.value["a"]
    assert (a.line, a.value["b"].line, a.value["b"].value["c"].line) == (1, 2, 3)
    assert [item.line for item in a.value["d"].value] == [5, 7]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "a.yaml:1: the file is empty; an operation has a name, places, roads, people and a fleet"),
        (
            "# nothing\n",
            "a.yaml:1: the file is empty; an operation has a name, places, roads, people and a fleet",
        ),
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3: a: stands here a second time, and first in line 1; write it once"),
        (
            "p:\n  q: {r: 1,\n    r: 2}\n",
            "a.yaml:3: p.q.r: stands here a second time, and first in line 2; write it once",
        ),
        (
            "a: 1\nb: !!python/object/apply:os.system [ls]\n",
            "a.yaml:2: b: the tag tag:yaml.org,2002:python/object/apply:os.system is refused; write "
            "plain values",
        ),
        ("a: !x y\n", "a.yaml:1: a: the tag !x is refused; write plain values"),
        ("a: 1\n\tb: 2\n", "a.yaml:2: a tab stands here; YAML indents with spaces"),
        (
            "a: b: c\n",
            "a.yaml:1: a ': ' stands where none can; is the indent right, or does a text need quotes?",
        ),
        ("a: [1, 2\nb: 3\n", "a.yaml:2: a list that begins with [ is not closed here; write , or ]"),
        ("a: {b: 1\n", "a.yaml:2: a table that begins with { is not closed here; write , or }"),
        ("a: 'x\n", "a.yaml:2: a text that begins with a quote is not closed; write the other quote"),
        ("a: @x\n", "a.yaml:1: '@' cannot begin a value; put the text in quotes"),
        ("a: %x\n", "a.yaml:1: '%' cannot begin a value; put the text in quotes"),
        ("- a\nb: c\n", "a.yaml:2: this line does not stand in line with those before it; indent alike"),
        (
            'a: "\\q"\n',
            "a.yaml:1: a backslash stands before a letter that it does not go with; write '…' quotes",
        ),
        ("a: 1\nb: \x07\n", "a.yaml:2: a control character stands here; a file is plain text in UTF-8"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2: a second document begins here; write one operation a file"),
        ("a: *b\n", "a.yaml:1: a: *b refers to &b, which does not stand before it"),
        ("a: &a [*a]\n", "a.yaml:1: a[0]: *a stands inside &a, so it would never end"),
        ("? [a]\n: b\n", "a.yaml:1: a key is one word or text, not a list, a table or an alias"),
        ("a: {<<: 5}\n", "a.yaml:1: a: << takes in a table; write <<: *name of one"),
    ],
)
def test_text_that_cannot_be_read_is_told_with_its_line(text, words):
    """What is no YAML, or YAML that we refuse, gets one line of help."""
    assert faults(text) == [words]


def test_a_page_that_expands_to_billions_is_stopped():
    """Aliases of aliases are counted as what they expand to, before they are expanded."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert faults("\n".join(lines)) == [
        f"a.yaml:6: a5: more than {MOST_VALUES} values stand in here, aliases expanded"
    ]


def test_a_pile_of_brackets_is_stopped():
    """Nesting without end is refused, spelt out or through aliases."""
    assert faults("a: " + "[" * 5000) == [
        f"a.yaml:1: a[0][0]: values stand more than {MOST_DEEP} deep in each other"
    ]
    piled = "\n".join(
        ["a0: &a0 [[[[[[[[[[x]]]]]]]]]]"] + [f"a{n}: &a{n} [[[[[[*a{n - 1}]]]]]]" for n in range(1, 99)]
    )
    assert "deep in each other, aliases expanded" in faults(piled)[0]


def test_a_long_list_is_stopped_while_it_is_read():
    """A file of more values than any operation has is refused."""
    text = "a: [" + "1," * (MOST_VALUES + 10) + "]"
    assert faults(text) == [f"a.yaml:1: a: more than {MOST_VALUES} values stand in here, aliases expanded"]


@given(st.text(alphabet=st.sampled_from(" \n\t-:[]{}&*!|>'\"%@#,?ab1~<é\x00\ufeff\u2028"), max_size=60))
def test_no_text_brings_the_reader_down(text):
    """Any text is read, or refused with lines of the form file:line: words."""
    for line in faults(text):
        file, number, words = line.split(":", 2)
        assert file == "a.yaml" and int(number) >= 1 and words.strip()
