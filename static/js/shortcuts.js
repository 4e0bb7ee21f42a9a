// Single keys: / search, n new request, ? this help. They can be turned off.
(() => {
  const help = document.querySelector("[data-shortcuts]");
  if (!help) return;
  const off = () => localStorage.getItem("shortcuts") === "off";
  const search = () => {
    const box = document.querySelector("main input[type=search]");
    if (box) box.focus();
    else location.assign(help.dataset.searchAt);
  };
  const acts = {
    "/": search,
    n: () => location.assign(help.dataset.newAt),
    "?": () => help.showModal(),
  };
  const writing = (target) =>
    target.isContentEditable || target.matches("input, textarea, select");

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
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
