// Turns a printed moment into "2 hours ago", and one long past into its day. The exact
// one, with its zone, stays on hover.
(() => {
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, {
    numeric: "auto",
  });
  const steps = [
    ["minute", 60, 3600],
    ["hour", 3600, 86400],
    ["day", 86400, 14 * 86400],
  ];
  const relative = (seconds) => {
    if (Math.abs(seconds) < 60) return words.format(0, "minute");
    const step = steps.find(([, , limit]) => Math.abs(seconds) < limit);
    return step && words.format(Math.trunc(seconds / step[1]), step[0]);
  };
  const show = (moment) => {
    moment.dataset.exact ??= moment.textContent.trim();
    const seconds = (new Date(moment.dateTime) - Date.now()) / 1000;
    const day = moment.dataset.exact.split(",")[0];
    moment.textContent = relative(seconds) || day;
    moment.title = moment.dataset.exact;
  };
  const showAll = () => document.querySelectorAll("time[data-relative]").forEach(show);
  showAll();
  setInterval(showAll, 60000);
  addEventListener("htmx:afterSettle", showAll);
})();
