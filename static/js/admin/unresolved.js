/* Remarks that nobody has resolved are asked about before a page goes to its readers: once, and
   whoever says yes publishes all the same. The words stand on this script's own element. */
(() => {
  const { one, many } = document.currentScript.dataset;
  const publishing = "[name='action-publish'], [data-workflow-action-name='approve']";

  const countUnresolved = () => {
    const app = window.comments?.commentApp;
    return app ? app.selectors.selectCommentCount(app.store.getState()) : 0;
  };

  document.addEventListener(
    "click",
    (event) => {
      if (!(event.target instanceof Element) || !event.target.closest(publishing)) return;
      const count = countUnresolved();
      if (!count) return;
      const words = count === 1 ? one : many.replace("{count}", count);
      if (window.confirm(words)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
})();
