function pageLinks(current, total) {
  const links = [];
  let last = 0;
  for (let page = 1; page <= total; page++) {
    if (page !== 1 && page !== total && Math.abs(page - current) > 1) continue;
    if (page - last === 2) links.push(page - 1);
    else if (page - last > 2) links.push("gap");
    links.push(page);
    last = page;
  }
  return links;
}
