/* The moderators' queue: decisions that stay in the list, keys for them, and a way back. */

(() => {
  const UNDO_MILLISECONDS = 30000; // as long as the server takes a decision back
  const NOT_TYPED = "input:not([type=checkbox]), textarea, select, [contenteditable]";

  const find = (name) => document.querySelector(`[data-queue-${name}]`);
  const said = find("said");
  const undo = find("undo");
  const { failed, final, none } = undo.dataset;
  let last = null; // what can be taken back: its item, the item after it, and the timer
  let isFinal = false; // whether the last decision is one that cannot be

  const say = (words) => {
    said.textContent = "";
    // A live region tells what changes: the same sentence twice is no change.
    window.setTimeout(() => (said.textContent = words), 50);
  };

  const post = async (form, extra) => {
    const body = new FormData(form);
    for (const [name, value] of extra) body.append(name, value);
    const headers = { Accept: "application/json" };
    const response = await fetch(form.action, { method: "POST", body, headers });
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
    if (!isJson) throw new Error(`${form.action}: ${response.status}`);
    return { isDone: response.ok, isGone: response.status === 404, ...(await response.json()) };
  };

  const rows = () => [...document.querySelectorAll("[data-queue-row]")];

  const goTo = (row) => {
    const empty = find("empty");
    if (empty) empty.hidden = rows().length > 0;
    (row || empty)?.focus();
  };

  const forget = () => {
    window.clearTimeout(last?.timer);
    last = null;
    isFinal = false;
    undo.hidden = true;
  };

  const offerUndo = (ids, item, after) => {
    forget();
    isFinal = !ids?.length;
    if (isFinal) return;
    last = { ids, item, after, list: item.parentElement };
    last.timer = window.setTimeout(forget, UNDO_MILLISECONDS);
    undo.hidden = false;
  };

  const takeOut = (item) => {
    const box = item.querySelector("[data-bulk-action-checkbox]");
    if (box?.checked) box.click(); // what is gone is not chosen
    const all = rows();
    const place = all.indexOf(item.querySelector("[data-queue-row]"));
    item.remove();
    goTo(all[place + 1] || all[place - 1]);
  };

  const showAsItIs = (item, html) => {
    const made = document.createElement("template");
    made.innerHTML = html;
    // The box stays: Wagtail listens to it.
    const main = ".queue-row__main";
    item.querySelector(main).replaceWith(made.content.querySelector(main));
    goTo(item.querySelector("[data-queue-row]"));
  };

  const decide = async (form, button) => {
    const item = form.closest("li");
    if (item.dataset.isBusy) return;
    item.dataset.isBusy = "true";
    try {
      const answer = await post(form, [[button.name, button.value]]);
      say(answer.said);
      if (answer.waiting) find("count").textContent = answer.waiting;
      if (answer.isDone) offerUndo(answer.undo, item, item.nextElementSibling);
      if (answer.row) showAsItIs(item, answer.row);
      else if (answer.isDone || answer.isGone) takeOut(item);
    } catch {
      say(failed);
    } finally {
      delete item.dataset.isBusy;
    }
  };

  const takeBack = async () => {
    if (!last) {
      say(isFinal ? final : none);
      return;
    }
    const { ids, item, after, list } = last;
    forget();
    try {
      // The new row leads back to where the old one did.
      const next = item.querySelector("[name=next]").value;
      const answer = await post(undo, [["next", next], ...ids.map((id) => ["judgement", id])]);
      if (answer.isDone && !(list.isConnected && !item.isConnected)) {
        window.location.reload(); // the list is another one by now
        return;
      }
      say(answer.said);
      find("count").textContent = answer.waiting;
      if (!answer.isDone) return;
      list.insertBefore(item, after?.parentElement === list ? after : null);
      showAsItIs(item, answer.row); // the old one remembers a comment that was changed twice
    } catch {
      say(failed);
    }
  };

  const step = (row, by) => {
    const all = rows();
    goTo(row ? all[all.indexOf(row) + by] || row : all[0]);
  };

  const press = (row, key) => {
    const button = row?.querySelector(`[data-queue-key="${key}"]`);
    if (button) button.click();
    else say(said.getAttribute(`data-nothing-${key}`));
  };

  const toggleHelp = () => {
    const help = find("keys");
    help.open = !help.open;
  };

  const keys = {
    j: (row) => step(row, 1),
    ArrowDown: (row) => step(row, 1),
    k: (row) => step(row, -1),
    ArrowUp: (row) => step(row, -1),
    u: takeBack,
    "?": toggleHelp,
  };
  for (const key of ["a", "r", "s", "e"]) keys[key] = (row) => press(row, key);

  // Before Wagtail's own keys, one of which is "?" too.
  const onKey = (event) => {
    const { target, key } = event;
    if (!target.closest?.("[data-queue]") || target.closest(NOT_TYPED)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!Object.hasOwn(keys, key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || key.startsWith("Arrow") || "jk".includes(key)) {
      keys[key](target.closest("[data-queue-row]"));
    }
  };

  document.addEventListener("keydown", onKey, { capture: true });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form === undo) {
      event.preventDefault();
      takeBack();
    } else if (form.matches("[data-queue-form]") && event.submitter) {
      event.preventDefault();
      decide(form, event.submitter);
    }
  });
  find("start").addEventListener("click", () => step(null, 1));
})();
