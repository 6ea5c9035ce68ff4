/* What our three buttons share: where an entity stands, and how to put one there. */

(() => {
  const { EditorState, Modifier, SelectionState } = window.DraftJS;
  const MARK = "※";

  /** The entity that is being edited, or null: the caret may stand behind one of another kind. */
  const currentEntity = ({ entity, entityType }) =>
    entity && entity.getType() === entityType.type ? entity : null;

  const rangeOf = (content, entityKey) => {
    let found = null;
    content.getBlockMap().forEach((block) => {
      block.findEntityRanges(
        (character) => character.getEntity() === entityKey,
        (start, end) => {
          found ??= SelectionState.createEmpty(block.getKey()).merge({
            anchorOffset: start,
            focusOffset: end,
          });
        },
      );
    });
    return found;
  };

  /** The editor's state with the caret after what was put in, so that the author goes on writing. */
  const pushed = (editorState, content, change) =>
    EditorState.forceSelection(
      EditorState.push(editorState, content, change),
      content.getSelectionAfter(),
    );

  /** Put a mark of one character behind the selection, or renew the one that is edited. */
  const putMark = ({ editorState, entityKey, entityType, ...props }, data) => {
    const content = editorState
      .getCurrentContent()
      .createEntity(entityType.type, "IMMUTABLE", { ...data, url: "" });
    const key = content.getLastCreatedEntityKey();
    const old = currentEntity({ entityType, ...props }) && rangeOf(content, entityKey);
    if (old) return pushed(editorState, Modifier.applyEntity(content, old, key), "apply-entity");
    const selection = editorState.getSelection();
    const end = selection.merge({
      anchorKey: selection.getEndKey(),
      anchorOffset: selection.getEndOffset(),
      focusKey: selection.getEndKey(),
      focusOffset: selection.getEndOffset(),
      isBackward: false,
    });
    return pushed(
      editorState,
      Modifier.insertText(content, end, MARK, null, key),
      "insert-characters",
    );
  };

  /** Mark the selected words, those of the edited entity, or new ones where nothing is selected. */
  const putWords = ({ editorState, entityKey, entityType, ...props }, data, words) => {
    const content = editorState
      .getCurrentContent()
      .createEntity(entityType.type, "MUTABLE", data);
    const key = content.getLastCreatedEntityKey();
    const old = currentEntity({ entityType, ...props }) && rangeOf(content, entityKey);
    const target = old || editorState.getSelection();
    if (target.isCollapsed()) {
      return pushed(
        editorState,
        Modifier.insertText(content, target, words, null, key),
        "insert-characters",
      );
    }
    return pushed(editorState, Modifier.applyEntity(content, target, key), "apply-entity");
  };

  /** A source opens its form as soon as it is there, and draws nothing of its own. */
  const sourceOf = (open) =>
    class extends window.React.Component {
      componentDidMount() {
        const before = document.activeElement;
        const onClose = () => {
          this.props.onClose();
          window.setTimeout(() => before?.focus(), 0);
        };
        open({ ...this.props, onClose });
      }

      render() {
        return null;
      }
    };

  /** What the author sees in the text: an icon, the entity, and words beside it. */
  const decoratorOf = (icon, describe) => (props) => {
    const data = props.contentState.getEntity(props.entityKey).getData();
    const { label, beside } = describe(data);
    return window.React.createElement(
      window.draftail.TooltipEntity,
      { ...props, icon: `#icon-${icon}`, label },
      window.React.createElement(
        "span",
        { className: "line-mark", title: label, "data-beside": beside },
        props.children,
      ),
    );
  };

  window.lineEntities = { currentEntity, putMark, putWords, sourceOf, decoratorOf };
})();
