// What axe finds on the page, which targets are lower than 44 px, and how far it scrolls sideways.
async () => {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  // In forced colours the visitor's own are used, while axe reads those of the style sheet.
  const forced = matchMedia("(forced-colors: active)").matches;
  const { violations } = await axe.run(document, { runOnly: rules, rules: { "color-contrast": { enabled: !forced } } });
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  const targets = "policy-quiz button, policy-quiz summary, [data-stage] .quiz__input, .quiz__option label";
  for (const target of document.querySelectorAll(targets)) {
    const { height } = target.getBoundingClientRect();
    if (target.checkVisibility() && Math.round(height) < 44) {
      found.push(`${height} px high: ${target.outerHTML.slice(0, 80)}`);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`${scrollWidth - clientWidth} px too wide`);
  return found;
};
