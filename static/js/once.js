// A form is sent once: a second press does nothing until the answer is here.
(() => {
  const sent = new WeakSet();
  const buttonsOf = (form) =>
    [...form.elements].filter((part) => part.matches("button, [type=submit]"));

  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (event.submitter?.formTarget) return; // the answer opens elsewhere
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    event.submitter?.setAttribute("aria-busy", "true");
  });

  // Back from the browser's own memory: the form may be sent again.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.forms) {
      sent.delete(form);
      buttonsOf(form).forEach((button) => button.removeAttribute("aria-busy"));
    }
  });
})();
