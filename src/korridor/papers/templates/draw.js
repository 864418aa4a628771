// Each picture stands on the page as a still one; where scripts run, its specification is drawn in its place, so that
// it can be asked what a line is.
async function live(place) {
  const still = place.innerHTML;
  try {
    const specification = JSON.parse(document.getElementById(place.dataset.specification).textContent);
    // "ast": expressions are interpreted, not compiled, so that the page can forbid eval.
    await draw(place, specification, { mode: "vega-lite", renderer: "svg", actions: false, ast: true });
    place.dataset.drawn = "yes";
  } catch (error) {
    place.innerHTML = still;
    console.error(error);
  }
}
document.querySelectorAll("[data-specification]").forEach(live);
