// After a refused form the reader is taken to the first thing to mend.
document.querySelector("main .alert-danger, main .is-invalid")?.focus();
