// The rating input says the choice in words beside the stars.
document.addEventListener("change", (event) => {
  const output = event.target.closest(".rate")?.querySelector("output");
  if (output && event.target.dataset.say) output.value = event.target.dataset.say;
});
