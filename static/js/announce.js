// Says things to screen readers: what a script did, and the notices of the page.
(() => {
  const line = document.querySelector("[data-announcer]");
  let timer;
  addEventListener("announce", (event) => {
    clearTimeout(timer);
    line.textContent = event.detail;
    timer = setTimeout(() => (line.textContent = ""), 4000);
  });

  const notices = document.querySelector("[data-notices]");
  if (!notices) return;
  // A live region speaks only of what is put in after it exists.
  const kept = [...notices.children];
  if (kept.length) {
    notices.replaceChildren();
    requestAnimationFrame(() => notices.replaceChildren(...kept));
  }
  notices.addEventListener("click", (event) => {
    event.target.closest("[data-dismiss]")?.closest(".notice").remove();
  });
})();
