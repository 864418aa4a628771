// Each picture stands on the page as a still one; where scripts run, the same specification is drawn so that it can be asked.
for (const place of document.querySelectorAll("[data-specification]")) {
  const still = place.innerHTML;
  const specification = JSON.parse(document.getElementById(place.dataset.specification).textContent);
  // "ast": expressions are interpreted, not compiled, so that the page can forbid eval.
  draw(place, specification, { mode: "vega-lite", renderer: "svg", actions: false, ast: true })
    .then(() => { place.dataset.drawn = "yes"; })
    .catch((error) => { place.innerHTML = still; console.error(error); });
}
