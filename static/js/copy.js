// A button that copies what stands in another element.
addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  const words = "value" in source ? source.value : source.innerText;
  try {
    await navigator.clipboard.writeText(words.trim());
  } catch {
    // No clipboard here (plain http on a phone): select, so that a long press copies.
    source.focus();
    getSelection().selectAllChildren(source);
    source.select?.();
    return;
  }
  button.classList.add("is-done");
  setTimeout(() => button.classList.remove("is-done"), 2500);
  dispatchEvent(new CustomEvent("announce", { detail: button.dataset.copied }));
});
