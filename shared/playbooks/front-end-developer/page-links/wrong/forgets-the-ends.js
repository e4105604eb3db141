function pageLinks(current, total) {
  const here = Math.min(Math.max(current, 1), total);
  const links = [];
  if (here > 2) links.push("gap");
  for (let page = Math.max(here - 1, 1); page <= Math.min(here + 1, total); page++) links.push(page);
  if (here < total - 1) links.push("gap");
  return links;
}
