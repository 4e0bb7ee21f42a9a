// What is being typed survives a reload, a lost connection and a closed tab.
// A form with data-draft="name" keeps its text in this browser, for this person and
// address, and forgets it once the server has accepted it.
(() => {
  const person = document.body.dataset.person;
  const forms = [...document.querySelectorAll("form[data-draft]")];
  const nameOf = (form) => `draft:${person}:${location.pathname}:${form.dataset.draft}`;
  const typed = (part) =>
    part.name && part.name !== "csrfmiddlewaretoken" &&
    part.matches("textarea, input:not([type=hidden], [type=password], [type=file])");
  const fieldsOf = (form) => [...form.elements].filter(typed);
  const isChoice = (part) => part.type === "checkbox" || part.type === "radio";
  const keyOf = (part) => (isChoice(part) ? `${part.name}=${part.value}` : part.name);
  const valueOf = (part) => (isChoice(part) ? part.checked : part.value);
  const refused = (form) => form.querySelector(".is-invalid, .alert-danger") !== null;

  const keep = (form) => {
    const fields = fieldsOf(form).map((part) => [keyOf(part), valueOf(part)]);
    localStorage.setItem(nameOf(form), JSON.stringify(Object.fromEntries(fields)));
  };

  const put = (part, value) => {
    if (isChoice(part)) part.checked = value;
    else part.value = value;
  };

  const restore = (form) => {
    const draft = JSON.parse(localStorage.getItem(nameOf(form)) || "null");
    if (!draft || refused(form)) return;
    const changed = fieldsOf(form).filter(
      (part) => keyOf(part) in draft && draft[keyOf(part)] !== valueOf(part),
    );
    if (!changed.length) return;
    changed.forEach((part) => put(part, draft[keyOf(part)]));
    offerToDiscard(form);
    form.querySelector("textarea")?.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const offerToDiscard = (form) => {
    const note = document.getElementById("draft-note")?.content.firstElementChild;
    if (!note) return;
    const shown = form.insertAdjacentElement("afterbegin", note.cloneNode(true));
    shown.querySelector("button").addEventListener("click", () => {
      localStorage.removeItem(nameOf(form));
      form.reset();
      shown.remove();
    });
  };

  // Only an answer that sent the browser on to another page was a yes: an error page,
  // a broken line or the sign-in page must not cost anybody a text.
  const settle = () => {
    const name = sessionStorage.getItem("draft-sent");
    sessionStorage.removeItem("draft-sent");
    if (!name || !person) return;
    const [visit] = performance.getEntriesByType("navigation");
    const back = forms.some((form) => nameOf(form) === name && refused(form));
    if (visit?.redirectCount && !back) localStorage.removeItem(name);
  };

  settle();
  for (const form of forms) {
    restore(form);
    form.addEventListener("input", () => keep(form));
    form.addEventListener("submit", (event) => {
      if (event.submitter?.formTarget) return; // the answer opens elsewhere
      sessionStorage.setItem("draft-sent", nameOf(form));
    });
  }
})();
