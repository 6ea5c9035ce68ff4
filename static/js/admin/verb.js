/* The main button of the editor does what it said when it was pressed. Its words come from the
   server with each autosave; between a change of the dates and that, it offers to save them. */
(() => {
  const fields = "[data-schedule-field], [name$='_which']";

  const doubt = ({ target }) => {
    if (!(target instanceof Element) || !target.matches(fields)) return;
    for (const label of document.querySelectorAll("[data-verb-label]")) {
      label.textContent = label.dataset.unsure;
      label.dataset.promise = "save";
    }
  };

  document.addEventListener("input", doubt);
  document.addEventListener("change", doubt);

  document.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element && target.closest("[data-verb]");
      if (button) button.value = button.querySelector("[data-verb-label]").dataset.promise;
    },
    true,
  );
})();
