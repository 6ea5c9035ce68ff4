/* The button for a citation: a film or a book from its chooser, and where in it. */

(() => {
  const { currentEntity, putMark, sourceOf, decoratorOf } = window.lineEntities;
  const { ask, make } = window.smallForm;

  const open = (props) => {
    const { words, choosers } = props.entityType;
    let chosen = { work: "", title: "", place: "", ...currentEntity(props)?.getData() };

    // A chooser cannot open over the form, so the form makes way and comes back with what was chosen.
    const choose = (kind, dialog, place) => {
      dialog.close();
      dialog.remove();
      let isAnswered = false;
      const comeBack = () => {
        if (isAnswered) return;
        isAnswered = true;
        show();
      };
      window.jQuery(document.body).one("hidden.bs.modal", comeBack);
      window.ModalWorkflow({
        url: choosers[kind],
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: {
          // The chooser of a page answers with its title, that of a snippet with its words.
          chosen: ({ id, title, string }) => {
            chosen = { work: `${kind}-${id}`, title: title || string, place };
          },
        },
        onError: comeBack,
      });
    };

    const show = () => {
      const title = make("p", { className: "small-form__chosen" });
      title.textContent = chosen.title || words.nothing;
      title.setAttribute("aria-label", `${words.work}: ${title.textContent}`);
      const buttons = ["film", "book"].map((kind) => {
        const button = make("button", {
          type: "button",
          className: "button button-small button-secondary",
          textContent: words[kind],
        });
        button.addEventListener("click", () => {
          choose(kind, dialog, dialog.querySelector("[name=place]").value);
        });
        return button;
      });
      const dialog = ask({
        title: words.title,
        save: words.save,
        cancel: words.cancel,
        extra: [title, make("div", { className: "small-form__buttons" }, ...buttons)],
        fields: [
          {
            name: "place",
            label: words.place,
            help: words.placeHelp,
            value: chosen.place,
            longest: 60,
          },
        ],
        check: () => (chosen.work ? "" : words.missing),
        onSave: ({ place }) => props.onComplete(putMark(props, { ...chosen, place })),
        onClose: props.onClose,
      });
    };

    show();
  };

  window.draftail.registerPlugin(
    {
      type: "CITATION",
      source: sourceOf(open),
      decorator: decoratorOf("doc-full", ({ title, place }) => ({
        label: title,
        beside: `[${place ? `${title}, ${place}` : title}]`,
      })),
    },
    "entityTypes",
  );
})();
