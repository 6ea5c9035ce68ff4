// Keeps the list of checks in the editor's side panel up to date with what was saved, and leads
// from each row to its field, in whichever tab that stands.
const part = document.querySelector("[data-checklist]");
let wanted = 0;

async function load() {
  const list = part.querySelector("[data-checklist-list]");
  const number = part.querySelector("[data-checklist-number]");
  const mine = (wanted += 1);
  const response = await fetch(part.dataset.checklist, { headers: { Accept: "text/html" } });
  // An answer that was overtaken by a later one is not shown; without a right one, the link stays.
  if (!response.ok || response.redirected || mine !== wanted) return;
  list.innerHTML = await response.text();
  number.textContent = list.querySelector("[data-checklist-count]").dataset.checklistCount;
  number.classList.toggle("has-errors", number.textContent !== "0");
  number.hidden = false;
}

function find(path) {
  const steps = path.split(".").map((step) => `[data-contentpath="${CSS.escape(step)}"]`);
  // The field of a block that is folded away may be missing: then whatever holds it.
  for (let length = steps.length; length > 0; length -= 1) {
    const found = document.querySelector(steps.slice(0, length).join(" "));
    if (found) return found;
  }
  return null;
}

async function open(tab) {
  document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
  // Wagtail’s tabs change in their own time; nothing in a hidden one can be scrolled to.
  for (let frames = 60; tab.hidden && frames > 0; frames -= 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function show(target) {
  const tab = target.closest("[role=tabpanel]");
  if (tab?.hidden) await open(tab);
  const inputs = "input:not([type=hidden]), textarea, select, [contenteditable=true]";
  const fields = [target, ...target.querySelectorAll(`${inputs}, button`)];
  const seen = fields.filter((field) => field.checkVisibility());
  const field = seen.find((one) => one.matches(inputs)) ?? seen.find((one) => one.matches("button"));
  field?.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
  target.classList.add("checklist-found");
  setTimeout(() => target.classList.remove("checklist-found"), 2000);
}

if (part) {
  part.addEventListener("click", (event) => {
    const link = event.target.closest("[data-contentpath-link]");
    const target = link && find(link.dataset.contentpathLink);
    if (target) {
      event.preventDefault();
      show(target);
    }
  });
  part.querySelector("[data-checklist-again]").addEventListener("click", load);
  document.addEventListener("w-autosave:success", load);
  load();
}
