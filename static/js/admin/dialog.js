/* A small form over the editor. It is a real <dialog>: Escape closes it, and the focus stays inside. */

(() => {
  let count = 0;

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const labelled = (field, input, id) => {
    const label = make("label", { htmlFor: id, textContent: field.label });
    const row = make("div", { className: "small-form__field" }, label, input);
    if (field.help) {
      row.append(make("p", { id: `${id}-help`, className: "help", textContent: field.help }));
      input.setAttribute("aria-describedby", `${id}-help`);
    }
    return row;
  };

  const inputFor = (field, id) => {
    const input = make(field.lines ? "textarea" : "input", {
      id,
      name: field.name,
      value: field.value || "",
      required: Boolean(field.required),
      maxLength: field.longest,
    });
    if (field.lines) input.rows = field.lines;
    else input.type = field.type || "text";
    return input;
  };

  /**
   * Ask for a few fields.
   * title, save, cancel: words. fields: [{name, label, help, value, type, lines, longest, required}].
   * extra: elements that stand above the fields. check: returns a sentence when something is missing.
   * onSave is called with {name: value}; onClose when nothing is to be changed.
   */
  const ask = ({ title, save, cancel, fields, extra = [], check = () => "", onSave, onClose }) => {
    count += 1;
    const id = `small-form-${count}`;
    const heading = make("h2", { id: `${id}-title`, textContent: title });
    const rows = fields.map((field) =>
      labelled(field, inputFor(field, `${id}-${field.name}`), `${id}-${field.name}`),
    );
    const problem = make("p", { className: "small-form__problem" });
    problem.setAttribute("role", "alert");
    const stop = make("button", {
      type: "button",
      className: "button button-secondary",
      textContent: cancel,
    });
    const buttons = make(
      "div",
      { className: "small-form__buttons" },
      make("button", { type: "submit", className: "button", textContent: save }),
      stop,
    );
    const form = make("form", {}, heading, ...extra, ...rows, problem, buttons);
    const dialog = make("dialog", { className: "small-form" }, form);
    dialog.setAttribute("aria-labelledby", heading.id);

    let isDone = false;
    const leave = (then) => {
      if (isDone) return;
      isDone = true;
      dialog.close();
      dialog.remove();
      then();
    };
    stop.addEventListener("click", () => leave(onClose));
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      leave(onClose);
    });
    // The editor's own shortcuts must not hear what is typed here.
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      problem.textContent = check();
      if (problem.textContent) return;
      const values = Object.fromEntries(new FormData(form));
      leave(() => onSave(values));
    });

    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  };

  window.smallForm = { ask, make };
})();
