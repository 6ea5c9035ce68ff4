/* A form that is saving itself is sent when that has ended, and does not save itself once it is
   sent. Otherwise the server would get both at once: it would begin the page a second time, or take
   the words of a moment ago for a newer draft. */
(() => {
  const begun = new WeakMap(); // form: when it last set about saving itself
  const waiting = new WeakSet();

  const autosaveOf = (form) =>
    window.wagtail.app.getControllerForElementAndIdentifier(form, "w-autosave");

  const send = (form, button) => {
    if (button?.name) {
      // By now the button may be disabled, and then the form would be sent without it.
      const { name, value } = button;
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    form.requestSubmit();
  };

  const wait = (event, form, saving) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (waiting.has(form)) return;
    waiting.add(form);
    saving.finally(() => {
      waiting.delete(form);
      send(form, event.submitter);
    });
  };

  document.addEventListener("w-autosave:save", ({ target }) => {
    begun.set(target, performance.now());
  });

  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const autosave = autosaveOf(form);
      if (!autosave) return;
      const isOnItsWay = performance.now() - begun.get(form) >= autosave.intervalValue;
      if (autosave.submitPromise && isOnItsWay) {
        wait(event, form, autosave.submitPromise);
        return;
      }
      // At most it waits for further words; and the answer to the form may be slow.
      autosave.submit.cancel();
      autosave.submitPromise = null;
      autosave.activeValue = false;
    },
    true,
  );
})();
