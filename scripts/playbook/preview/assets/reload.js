/** Where this page is: the candidate's page knows its session by the token it keeps, any other page by its address. */
function here() {
  const token = sessionStorage.getItem("assay:token");
  return location.pathname.startsWith("/take/") && token ? `/take/#${token}` : location.pathname + location.search;
}

new EventSource("/preview/events").addEventListener("message", ({ data }) => {
  if (data !== here()) location.assign(data);
});
