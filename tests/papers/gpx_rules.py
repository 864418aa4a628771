"""The rules of the GPX 1.1 schema (topografix.com/GPX/1/1/gpx.xsd) that our files touch, as a checker.

Written from the schema, not from what we write: which elements may stand where, how often and in what order, and
what values are.
"""

from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

SPACE = "{http://www.topografix.com/GPX/1/1}"

# In the schema's order; a star may come again.
POINT = ("ele", "time", "magvar", "geoidheight", "name", "cmt", "desc", "src", "link*", "sym", "type", "fix", "sat",
         "hdop", "vdop", "pdop", "ageofdgpsdata", "dgpsid", "extensions")  # fmt: skip
CHILDREN = {
    "gpx": ("metadata", "wpt*", "rte*", "trk*", "extensions"),
    "metadata": ("name", "desc", "author", "copyright", "link*", "time", "keywords", "bounds", "extensions"),
    "wpt": POINT,
    "rtept": POINT,
    "rte": ("name", "cmt", "desc", "src", "link*", "number", "type", "extensions", "rtept*"),
}
ATTRIBUTES = {"gpx": {"version", "creator"}, "wpt": {"lat", "lon"}, "rtept": {"lat", "lon"}}


def checked(text: str) -> Element:
    """Return the root of a GPX file that keeps the rules; fail where it breaks one."""
    root = fromstring(text.encode(), forbid_dtd=True)
    assert root.tag == f"{SPACE}gpx"
    assert root.get("version") == "1.1"
    _check(root)
    return root


def _check(element: Element) -> None:
    name = element.tag.removeprefix(SPACE)
    assert set(element.attrib) == ATTRIBUTES.get(name, set())
    if name not in CHILDREN:
        assert len(element) == 0, f"{name} holds text only"
        assert name != "number" or int(element.text or "") >= 0
        return
    if "lat" in element.attrib:
        assert -90 <= float(element.attrib["lat"]) <= 90
        assert -180 <= float(element.attrib["lon"]) < 180
    order = CHILDREN[name]
    bare = [each.rstrip("*") for each in order]
    places = [bare.index(child.tag.removeprefix(SPACE)) for child in element]
    assert places == sorted(places), f"{name}: children out of order"
    for place in set(places):
        assert order[place].endswith("*") or places.count(place) == 1, f"{name}: more than one {bare[place]}"
    for child in element:
        _check(child)
