// How long a text is, said beside it while it is written.
for (const line of document.querySelectorAll("[data-count]")) {
  const box = document.getElementById(line.dataset.count);
  const show = () => {
    const signs = [...box.value.trim()].length;
    line.textContent = line.dataset.pattern.replace("{}", signs);
  };
  box.addEventListener("input", show);
  show();
}
