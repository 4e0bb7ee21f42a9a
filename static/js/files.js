// Before files are sent: which are too large is said beside them, and a picture that is
// pasted anywhere in the form is brought like a chosen one. The server is the judge.
for (const box of document.querySelectorAll("[data-files]")) {
  const input = box.querySelector("input[type=file]");
  const note = box.querySelector(".files-note");

  const say = () => {
    const files = [...input.files];
    const said = files
      .filter((file) => file.size > Number(box.dataset.most))
      .map((file) => note.dataset.tooLarge.replace("{}", file.name));
    const together = files.reduce((bytes, file) => bytes + file.size, 0);
    if (together > Number(box.dataset.mostTogether)) {
      said.push(note.dataset.tooLargeTogether);
    }
    note.textContent = said.join(" ");
  };

  const bring = (event) => {
    const { files, types } = event.clipboardData;
    // A table out of a spreadsheet comes as words and as a picture: it means the words.
    if (!files.length || types.includes("text/plain")) return;
    event.preventDefault();
    const all = new DataTransfer();
    [...input.files, ...files].forEach((file) => all.items.add(file));
    input.files = all.files;
    const folded = input.closest("details");
    if (folded) folded.open = true;
    say();
  };

  input.addEventListener("change", say);
  input.form.addEventListener("paste", bring);
}
