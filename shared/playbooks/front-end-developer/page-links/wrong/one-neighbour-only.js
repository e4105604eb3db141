function pageLinks(current, total) {
  const here = Math.min(Math.max(current, 1), total);
  const shown = [...new Set([1, here, here + 1, total])].filter((page) => page >= 1 && page <= total);
  return shown.flatMap((page, index) => {
    const leftOut = index === 0 ? 0 : page - shown[index - 1] - 1;
    if (leftOut === 0) return [page];
    return leftOut === 1 ? [page - 1, page] : ["gap", page];
  });
}
