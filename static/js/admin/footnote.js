/* The button for a footnote: its words are asked for and kept where its number stands. */

(() => {
  const { currentEntity, putMark, sourceOf, decoratorOf } = window.lineEntities;

  const open = (props) => {
    const { words } = props.entityType;
    window.smallForm.ask({
      title: words.title,
      save: words.save,
      cancel: words.cancel,
      fields: [
        {
          name: "note",
          label: words.note,
          help: words.noteHelp,
          value: currentEntity(props)?.getData().note,
          lines: 4,
          longest: 2000,
          required: true,
        },
      ],
      onSave: ({ note }) => props.onComplete(putMark(props, { note })),
      onClose: props.onClose,
    });
  };

  window.draftail.registerPlugin(
    {
      type: "FOOTNOTE",
      source: sourceOf(open),
      decorator: decoratorOf("list-ol", ({ note }) => ({ label: note, beside: `[${note}]` })),
    },
    "entityTypes",
  );
})();
