// Beside the form stands a letter with what is typed: drawn again after each pause.
// Where a browser shows no PDF inside a page, the button opens it apart.
(() => {
  const place = document.querySelector("[data-letter-sample]");
  const roomy = matchMedia("(min-width: 60rem)");
  if (!place || !navigator.pdfViewerEnabled) return;
  const form = document.getElementById(place.dataset.form);
  const failed = document.querySelector("[data-letter-sample-failed]");
  const PAUSE = 900; // ms
  let waiting, asked;

  const show = (pdf) => {
    const frame = document.createElement("iframe");
    const address = URL.createObjectURL(pdf);
    frame.title = place.dataset.title;
    frame.src = `${address}#toolbar=0&navpanes=0&view=FitH`;
    // The one before stays until this one is drawn: no flicker.
    frame.addEventListener("load", () => {
      for (const before of place.querySelectorAll("iframe")) {
        if (before !== frame) before.remove();
      }
      URL.revokeObjectURL(address);
    });
    place.prepend(frame);
  };

  const draw = async () => {
    if (!roomy.matches) return;
    place.hidden = false;
    asked?.abort();
    const mine = (asked = new AbortController());
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(place.dataset.letterSample, {
        method: "POST",
        body: new FormData(form),
        signal: mine.signal,
      });
      const isPdf = answer.ok && answer.headers.get("Content-Type") === "application/pdf";
      failed.hidden = isPdf;
      if (isPdf) show(await answer.blob());
    } catch {
      if (!mine.signal.aborted) failed.hidden = false;
    }
    if (asked === mine) place.removeAttribute("aria-busy");
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, PAUSE);
  });
  roomy.addEventListener("change", draw);
  addEventListener("load", draw);
})();
