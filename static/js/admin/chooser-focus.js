/* A chooser's window gives the focus back to the button that opened it. Once something is chosen
   that button is hidden, and the focus would fall to the top of the page: it goes to the button
   that has come in its place. */
let opened = null;

document.addEventListener(
  "click",
  (event) => {
    if (event.target.closest("[data-chooser-action-choose]")) {
      opened = event.target.closest(".chooser");
    }
  },
  true,
);

const isVisible = (element) => element.getClientRects().length > 0;

window.jQuery(document).on("hidden.bs.modal", () => {
  const chooser = opened;
  window.setTimeout(() => {
    if (!chooser?.isConnected || document.activeElement !== document.body) return;
    [...chooser.querySelectorAll("button")].find(isVisible)?.focus();
  }, 0);
});
