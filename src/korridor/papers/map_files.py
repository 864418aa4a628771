"""The map as files beside the report: for a GIS, for a phone, and to print for drivers."""

from korridor.papers.corridor_gpx import corridor_gpx
from korridor.papers.movements_geojson import movements_geojson
from korridor.papers.places_geojson import places_geojson
from korridor.papers.strip_map import strip_map_html
from korridor.planning.plan import Plan


def map_files(plan: Plan) -> dict[str, str]:
    """Return the texts of the map's files by name; each is written whatever coordinates there are, and says so."""
    return {
        "places.geojson": places_geojson(plan),
        "movements.geojson": movements_geojson(plan),
        "corridor.gpx": corridor_gpx(plan),
        "strip-map.html": strip_map_html(plan),
    }
