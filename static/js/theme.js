// Runs before the first paint, so that a dark page never flashes white.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      return localStorage.getItem("theme") || "system";
    } catch {
      return "system"; // storage refused: follow the system
    }
  };
  const paint = () => {
    const theme = chosen();
    root.dataset.theme = theme;
    root.dataset.bsTheme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
  };
  root.dataset.scripted = "";
  paint();
  dark.addEventListener("change", paint);
  addEventListener("storage", (event) => event.key === "theme" && paint());
  addEventListener("theme", paint);
})();
