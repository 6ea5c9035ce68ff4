// What this device keeps for who writes: words that were not sent yet, their name if they ask for
// it, and where their waiting comments are. Where nothing may be kept, nothing is lost but that.
// comments.js loads this when somebody writes, or when something is kept.
const form = document.querySelector("[data-comment-form]");
const find = (name) => document.querySelector(`[data-${name}]`);

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};
// Nothing, "" and [] are forgotten.
const keep = (key, value) => {
  try {
    if (value?.length) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // Private mode, or full.
  }
};

// A draft for each page and each comment that it answers.
const note = find("draft");
if (note) {
  const { body, parent } = form.elements;
  const getKey = () => `draft ${form.getAttribute("action")} ${parent.value}`;
  let key = getKey();
  const write = (words, isOld) => {
    body.value = words;
    note.hidden = !isOld;
    body.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const restore = () => write(read(key) ?? "", read(key));
  if (body.value) keep(key, body.value);
  else if (read(key)) restore();
  body.addEventListener("input", () => keep(key, body.value));
  // Words in the form go along with it, unless others are kept for that place.
  form.addEventListener("answering", () => {
    const words = body.value;
    const old = key;
    key = getKey();
    if (old === key) return;
    if (words && !read(key)) {
      keep(old);
      keep(key, words);
    } else restore();
  });
  const discard = document.createElement("button");
  discard.type = "button";
  discard.textContent = note.dataset.draft;
  discard.onclick = () => {
    write("");
    body.focus();
  };
  note.append(" ", discard);

  const remember = find("remember");
  const tick = remember.firstElementChild;
  const fields = [form.elements.name, form.elements.email];
  const me = read("me");
  remember.hidden = false;
  tick.checked = me;
  for (const field of fields) field.value ||= me?.[fields.indexOf(field)] ?? "";
  form.addEventListener("submit", () => keep("me", tick.checked && fields.map((one) => one.value)));
}

// The receipt has arrived: the draft of these words is done, and a comment that waits is noted.
const receipt = find("mine");
if (receipt) {
  const { mine, parent, waits } = receipt.dataset;
  const draft = `draft ${mine} ${parent}`;
  const words = document.getElementById("mine-c");
  if (words?.value.trim() === read(draft)?.trim()) keep(draft);
  const others = read(`mine ${mine}`) ?? [];
  const here = location.pathname;
  if (waits && !others.includes(here)) keep(`mine ${mine}`, [...others, here].slice(-9));
}

// Only its writer sees a waiting comment in its place, until it is there for all, or gone.
const list = find("mine-of");
const key = list && `mine ${list.dataset.mineOf}`;
(list && read(key))?.forEach(async (address) => {
  const answer = await fetch(`${address}place/`, { credentials: "omit" });
  const html = answer.ok && await answer.text();
  if (!html) {
    if (answer.status < 500) keep(key, read(key).filter((one) => one !== address));
    return;
  }
  let place = list;
  const item = new DOMParser().parseFromString(html, "text/html").querySelector("li");
  const above = document.getElementById(item.dataset.under)?.closest("li");
  if (above) {
    place = document.createElement("ol");
    place.className = "thread";
    above.append(place);
  }
  place.append(item);
  place.hidden = false;
});
