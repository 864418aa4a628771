"""Faults: one line each, in the order of the file, whatever stands in them."""

from korridor.operation.fault import Fault, Faults, one_line, path_text


def test_a_fault_reads_as_help():
    """File, line, path, and what: in the order in which a person looks for them."""
    fault = Fault("aleppo.yaml", 41, "roads[3].length", "21 has no unit; write 21 km")
    assert str(fault) == "aleppo.yaml:41: roads[3].length: 21 has no unit; write 21 km"


def test_a_fault_of_the_whole_file_has_no_path():
    """Without a path there is no empty one."""
    assert str(Fault("aleppo.yaml", 1, "", "no such file")) == "aleppo.yaml:1: no such file"


def test_faults_stand_in_the_order_of_the_file_and_once():
    """Whoever mends a file goes through it from the top, and is told each thing once."""
    first, second = Fault("f", 2, "", "a"), Fault("f", 9, "", "b")
    assert Faults([second, first, second]).faults == (first, second)
    assert str(Faults([second, first])) == "f:2: a\nf:9: b"


def test_faults_can_be_said_of_another_file():
    """A reader that knows no file name leaves it to the one that does."""
    assert Faults([Fault("?", 2, "", "a")]).of("x.txt").faults == (Fault("x.txt", 2, "", "a"),)


def test_nothing_in_a_fault_reaches_the_terminal_as_a_command():
    """Control characters and line ends in a file's text are written out, so a fault stays one line."""
    fault = Fault("f", 1, "a\nb", "\x1b[31mred\u2028 Ramouseh é")
    assert str(fault) == "f:1: a\\nb: \\x1b[31mred\\u2028 Ramouseh é"
    assert one_line("\ud800") == "\\ud800"


def test_a_path_names_keys_as_the_file_has_them():
    """A key with a mark of its own stands in quotes; a long one is cut."""
    assert path_text(("places", "St. Mary", "bays")) == 'places."St. Mary".bays'
    assert path_text(("x" * 100,)) == "x" * 59 + "…"
