// A trailer is a link; a plain click swaps in the player and moves the focus to it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-embed]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const frame = document.createElement("iframe");
  frame.src = link.dataset.embed;
  frame.title = link.dataset.title;
  frame.allow = "autoplay; fullscreen; picture-in-picture";
  const box = document.createElement("div");
  box.className = "facade";
  box.append(frame);
  // Chromium may drop the focus of a frame when the player's own process takes it over.
  frame.addEventListener("load", () => {
    if (document.activeElement === document.body) frame.focus();
  });
  link.replaceWith(box);
  frame.focus();
});
