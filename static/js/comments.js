// The one reply form moves under the comment that is answered, and gets its ticket once somebody
// begins to write. Without this, links and the preview step do the same.
const form = document.querySelector("[data-comment-form]");

if (form) {
  const place = document.createComment("");
  const heading = form.querySelector(".reply-to");
  const cancel = form.querySelector("[data-cancel-reply]");
  let answered = null;

  // An answer has no stars, and its words are not optional.
  const setAnswering = (isAnswer) => {
    const parts = form.querySelectorAll("[data-take-only]");
    for (const part of parts) part.hidden = part.disabled = isAnswer;
    form.elements.body.required = isAnswer || !parts.length;
    cancel.hidden = !isAnswer;
    form.dispatchEvent(new Event("answering"));
  };

  const answer = (link) => {
    if (!place.parentNode) form.before(place);
    link.closest(".comment").append(form);
    form.elements.parent.value = link.dataset.reply;
    heading.textContent = `${form.dataset.replying} ${link.dataset.name}`;
    setAnswering(true);
    answered = link;
    form.elements.body.focus();
  };

  const stopAnswering = () => {
    if (place.parentNode) place.replaceWith(form);
    form.elements.parent.value = "";
    heading.textContent = form.dataset.heading;
    setAnswering(false);
    (answered ?? form.elements.body).focus();
    answered = null;
  };

  document.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest("[data-reply]");
    if (!link && !event.target.closest("[data-cancel-reply]")) return;
    event.preventDefault();
    if (link) answer(link);
    else stopAnswering();
  });

  let asked = false;
  form.addEventListener("focusin", async () => {
    if (asked || form.elements.ticket.value) return;
    asked = true;
    try {
      const response = await fetch(form.dataset.ticket, { credentials: "omit" });
      form.elements.ticket.value = (await response.json()).ticket ?? "";
    } catch {
      asked = false;
    }
  });
  // Back from the receipt, the ticket is spent.
  addEventListener("pageshow", (event) => {
    if (event.persisted) form.elements.ticket.value = "";
    asked &&= !event.persisted;
  });
}

// What devices keep for writers is loaded when one writes here, or comes back.
const kept = document.querySelector("[data-kept]");
if (kept) {
  const load = () => import(kept.dataset.kept).catch(() => {});
  form?.addEventListener("focusin", load, { once: true });
  try {
    const isOurs = (key) => /^(draft|mine|me)\b/.test(key);
    if (kept.dataset.mine || Object.keys(localStorage).some(isOurs)) load();
  } catch {
    // Nothing may be kept here.
  }
}

// What is left to write, said when it becomes little, and not at every key.
const count = document.querySelector("[data-longest]");
let wait;
count?.parentNode.addEventListener("input", ({ target }) => {
  clearTimeout(wait);
  wait = setTimeout(() => {
    const left = count.dataset.longest - [...target.value].length;
    count.value = left > 500 ? "" : `${count.dataset.left} ${left}`;
  }, 500);
});

// A long review opens and folds where it stands.
for (const link of document.querySelectorAll("[data-read-on]")) {
  const button = document.createElement("button");
  const more = [...link.childNodes];
  button.type = "button";
  button.append(...more);
  button.onclick = () => {
    const words = link.dataset.readOn;
    const isFolded = document.getElementById(words).classList.toggle("clamped");
    button.replaceChildren(...(isFolded ? more : [link.dataset.fold]));
  };
  link.replaceWith(button);
}

// A link to one comment moves the keyboard there too.
const target = /^#comment-\d+$/.test(location.hash) && document.querySelector(location.hash);
if (target) {
  target.closest("details")?.setAttribute("open", "");
  target.tabIndex = -1;
  target.focus();
}
