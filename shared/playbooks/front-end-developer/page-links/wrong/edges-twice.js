function pageLinks(current, total) {
  const links = [1];
  if (current > 3) links.push("gap");
  for (let page = current - 1; page <= current + 1; page++) links.push(page);
  if (current < total - 2) links.push("gap");
  links.push(total);
  return links;
}
