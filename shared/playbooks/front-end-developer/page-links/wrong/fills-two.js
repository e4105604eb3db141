function pageLinks(current, total) {
  const here = Math.min(Math.max(current, 1), total);
  const links = [];
  let last = 0;
  for (let page = 1; page <= total; page++) {
    if (page !== 1 && page !== total && Math.abs(page - here) > 1) continue;
    if (page - last > 3) links.push("gap");
    else for (let between = last + 1; between < page; between++) links.push(between);
    links.push(page);
    last = page;
  }
  return links;
}
