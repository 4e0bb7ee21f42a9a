// The palette and the field beside it say the same colour.
(() => {
  const picked = document.querySelector("[name=accent_picked]");
  const typed = document.querySelector("[name=accent]");
  if (!picked || !typed) return;

  picked.addEventListener("input", () => {
    typed.value = picked.value;
  });
  typed.addEventListener("input", () => {
    const told = typed.value.trim().toLowerCase().replace(/^#/, "");
    const six = told.length === 3 ? told.replace(/./g, "$&$&") : told;
    if (/^[0-9a-f]{6}$/.test(six)) picked.value = `#${six}`;
    else if (!told) picked.value = picked.defaultValue;
  });
})();
