// A missing page can be asked for at any depth and below any prefix: the first part of the address
// that is a language tells where the site begins.
for (const link of document.querySelectorAll("a[data-home]")) {
  const found = /^(.*?\/)(?:zh|en|embed|api)\//.exec(location.pathname);
  if (found && link instanceof HTMLAnchorElement) {
    link.href = `${found[1]}${link.dataset.home ?? ""}`;
  }
}
