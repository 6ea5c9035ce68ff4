// The rating input says the choice in words beside the stars.
const say = (input) => {
  const output = input?.closest(".rate")?.querySelector("output");
  if (output) output.value = input.dataset.say;
};

addEventListener("change", (event) => say(event.target));
say(document.querySelector(".rate :checked"));
