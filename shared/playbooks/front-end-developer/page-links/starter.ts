function pageLinks(current: number, total: number): (number | "gap")[] {
  // your code
}
