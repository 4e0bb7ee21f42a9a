// Single keys: / search, n new request, j and k down and up a list, ? this help.
// They can be turned off.
(() => {
  const help = document.querySelector("[data-shortcuts]");
  if (!help) return;
  const off = () => localStorage.getItem("shortcuts") === "off";
  const search = () => {
    const box = document.querySelector("main input[type=search]");
    if (box) box.focus();
    else location.assign(help.dataset.searchAt);
  };
  // A row that is reached holds the focus, so Enter opens it as it opens any link.
  const step = (by) => {
    const rows = [...document.querySelectorAll("main a.row-link")];
    const at = rows.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
    rows[next]?.focus();
  };
  const acts = {
    "/": search,
    j: () => step(1),
    k: () => step(-1),
    n: () => location.assign(help.dataset.newAt),
    "?": () => help.showModal(),
  };
  const writing = (target) =>
    target.isContentEditable || target.matches("input, textarea, select");

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.repeat && !"jk".includes(event.key)) return;
    if (off() || help.open || writing(event.target) || !(event.key in acts)) return;
    event.preventDefault();
    acts[event.key]();
  });

  const box = help.querySelector("input[type=checkbox]");
  box.checked = !off();
  box.addEventListener("change", () => {
    localStorage.setItem("shortcuts", box.checked ? "on" : "off");
  });
  for (const button of document.querySelectorAll("[data-open-shortcuts]")) {
    button.addEventListener("click", () => help.showModal());
  }
  if (location.hash === "#search") search();
})();
