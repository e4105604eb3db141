function pageLinks(current, total) {
  // your code
}
