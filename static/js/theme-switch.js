// The three-way switch: light, dark, as the system does.
(() => {
  const buttons = [...document.querySelectorAll("[data-theme-choice]")];
  const show = () => {
    for (const button of buttons) {
      const on = button.dataset.themeChoice === document.documentElement.dataset.theme;
      button.setAttribute("aria-pressed", String(on));
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      localStorage.setItem("theme", button.dataset.themeChoice);
      dispatchEvent(new Event("theme"));
      show();
    });
  }
  show();
})();
