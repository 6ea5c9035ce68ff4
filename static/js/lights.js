/* In the head, before paint, so that nothing flashes; a file, for a strict CSP. */
var r = document.documentElement, t;
r.className = 'js';
try { t = localStorage.getItem('lights'); } catch (e) { /* private mode */ }
if (t) r.dataset.lights = t;
