// "I have seen this film" opens its curtains now and on later visits; only this device knows.
const seen = document.querySelector("[data-seen]");

if (seen) {
  const key = `seen ${seen.dataset.seen}`;
  const open = (isSeen) => {
    seen.setAttribute("aria-pressed", isSeen);
    document.querySelectorAll(".spoiler").forEach((curtain) => { curtain.open = isSeen; });
  };
  seen.addEventListener("click", () => {
    const isSeen = seen.ariaPressed !== "true";
    open(isSeen);
    try {
      if (isSeen) localStorage.setItem(key, 1);
      else localStorage.removeItem(key);
    } catch (error) {
      // Private mode: the choice lasts for this page.
    }
  });
  try {
    if (localStorage.getItem(key)) open(true);
  } catch (error) {
    // Nothing is kept here, so nothing is open.
  }
}
