// The lights button: up is light, down is dark; with no choice the system decides.
const root = document.documentElement;
const button = document.querySelector("[data-lights-button]");

const isDown = () =>
  root.dataset.lights
    ? root.dataset.lights === "down"
    : matchMedia("(prefers-color-scheme: dark)").matches;

const sayWhatItDoes = () => {
  button.textContent = isDown() ? button.dataset.up : button.dataset.down;
};

if (button) {
  button.addEventListener("click", () => {
    root.dataset.lights = isDown() ? "up" : "down";
    try {
      localStorage.setItem("lights", root.dataset.lights);
    } catch (error) {
      // Private mode: the choice lasts for this page.
    }
    sayWhatItDoes();
  });
  sayWhatItDoes();
}
