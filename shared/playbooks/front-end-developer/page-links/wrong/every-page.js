function pageLinks(current, total) {
  return Array.from({ length: total }, (_, index) => index + 1);
}
