/* Drag and drop, beside “Move to…”: it posts to the same page, or leads to its question. */

(() => {
  const enhance = () => {
    const calendar = document.querySelector('[data-calendar]');
    const drop = document.querySelector('[data-calendar-drop]');
    const said = document.querySelector('[data-calendar-said]');
    if (!calendar || !drop) return;

    let dragged = null;

    const dayOf = (event) => event.target.closest?.('[data-calendar-day]');

    const unmark = () => {
      calendar.querySelectorAll('.is-target').forEach((day) => day.classList.remove('is-target'));
    };

    const start = (entry) => (event) => {
      dragged = entry;
      entry.classList.add('is-dragged');
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
    };

    const end = (entry) => () => {
      entry.classList.remove('is-dragged');
      dragged = null;
      unmark();
    };

    const moveTo = (entry, day) => {
      const address = entry.dataset.calendarEntry;
      if ('asks' in entry.dataset) {
        const query = new URLSearchParams({ day, next: drop.elements.next.value });
        window.location.assign(`${address}?${query}`);
        return;
      }
      drop.action = address;
      drop.elements.day.value = day;
      drop.submit();
    };

    document.querySelectorAll('[data-calendar-entry]').forEach((entry) => {
      entry.draggable = true;
      // A link inside would be dragged instead of the entry around it.
      entry.querySelectorAll('a').forEach((link) => { link.draggable = false; });
      entry.addEventListener('dragstart', start(entry));
      entry.addEventListener('dragend', end(entry));
    });

    calendar.addEventListener('dragover', (event) => {
      const day = dayOf(event);
      if (!dragged || !day) return;
      event.preventDefault();
      if (!day.classList.contains('is-target')) {
        unmark();
        day.classList.add('is-target');
      }
    });

    calendar.addEventListener('drop', (event) => {
      const day = dayOf(event);
      if (!dragged || !day) return;
      event.preventDefault();
      const entry = dragged;
      if (day.contains(entry)) return;
      if ('past' in day.dataset) {
        said.textContent = said.dataset.past;
        return;
      }
      moveTo(entry, day.dataset.calendarDay);
    });
  };

  // The admin asks for its scripts before the page is there.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', enhance);
  else enhance();
})();
