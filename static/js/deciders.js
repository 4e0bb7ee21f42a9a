// Choosing one of the client's people fills in the role; another name takes it away.
(() => {
  const name = document.getElementById("id_by_name");
  const role = document.getElementById("id_by_role");
  const people = [...document.querySelectorAll("#deciders option")];
  if (!name || !role) return;
  const roles = people.map((one) => one.dataset.role);
  name.addEventListener("input", () => {
    const known = people.find((one) => one.value === name.value.trim());
    if (known) role.value = known.dataset.role;
    else if (roles.includes(role.value)) role.value = "";
  });
})();
