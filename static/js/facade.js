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
  link.replaceWith(box);
  frame.focus();
});
