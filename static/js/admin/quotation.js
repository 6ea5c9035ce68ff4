/* The button for a quotation within a sentence. */

(() => {
  const { currentEntity, putWords, sourceOf, decoratorOf } = window.lineEntities;

  const open = (props) => {
    const { editorState, entityType, onComplete, onClose } = props;
    const { words } = entityType;
    const data = currentEntity(props)?.getData() || {};
    const hasWords = currentEntity(props) || !editorState.getSelection().isCollapsed();
    window.smallForm.ask({
      title: words.title,
      save: words.save,
      cancel: words.cancel,
      fields: [
        ...(hasWords ? [] : [{ name: "text", label: words.text, lines: 2, longest: 1000, required: true }]),
        {
          name: "source",
          label: words.source,
          help: words.sourceHelp,
          value: data.source,
          longest: 255,
        },
        { name: "url", label: words.url, value: data.url, type: "url", longest: 500 },
      ],
      onSave: ({ text, source, url }) => onComplete(putWords(props, { source, url }, text)),
      onClose,
    });
  };

  window.draftail.registerPlugin(
    {
      type: "QUOTATION",
      source: sourceOf(open),
      decorator: decoratorOf("openquote", ({ source, url }) => ({
        label: source || url || "…",
        beside: source ? `(${source})` : "",
      })),
    },
    "entityTypes",
  );
})();
