function pageLinks(current, total) {
  const here = Math.min(Math.max(current, 1), total);
  const pages = Array.from({ length: total }, (_, index) => index + 1);
  const shown = pages.filter((page) => page === 1 || page === total || Math.abs(page - here) <= 1);
  return shown.flatMap((page, index) => {
    const leftOut = page - (shown[index - 1] ?? 0) - 1;
    if (leftOut === 0) return [page];
    return leftOut === 1 ? [page - 1, page] : ["gap", page];
  });
}
