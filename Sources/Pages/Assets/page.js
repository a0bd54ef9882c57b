"use strict";
// Playing, and nothing else: the page is whole without it. A take plays in its own element; a button, a pause or a place in
// a timeline starts it there. What is on the page is looked up by attributes, never written as markup.
(() => {
  const clock = (seconds) => {
    const whole = Math.max(0, Math.round(seconds));
    return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
  };
  const players = new Map();
  let current = null;

  class Player {
    constructor(take, audio) {
      this.take = take;
      this.audio = audio;
      this.name = take.dataset.name;
      this.offset = Number(take.dataset.offset);
      this.duration = Number(take.dataset.duration);
      this.axis = Number(take.dataset.axis);
      this.toggle = take.querySelector(".toggle");
      this.seek = take.querySelector(".seek");
      this.time = take.querySelector(".time");
      this.trouble = take.querySelector(".trouble");
      this.button = null;
      audio.removeAttribute("controls");
      for (const part of [this.toggle, this.seek, this.time]) part.hidden = false;
      take.classList.add("plays");
      this.toggle.addEventListener("click", () => {
        if (!audio.paused) return this.pause();
        this.play(this.place >= this.duration - 0.05 ? 0 : this.place, null);
      });
      this.seek.addEventListener("input", () => this.goTo(Number(this.seek.value)));
      take.querySelector(".timeline").addEventListener("click", (event) => {
        const pause = event.target.closest("[data-from]");
        const box = event.currentTarget.querySelector("svg").getBoundingClientRect();
        const place = pause ? Number(pause.dataset.from) : (event.clientX - box.left) / box.width * this.axis;
        if (place >= 0 && place < this.duration) this.play(place, null);
      });
      for (const happening of ["play", "pause", "ended"]) audio.addEventListener(happening, () => this.show());
      audio.addEventListener("timeupdate", () => this.follow());
      audio.addEventListener("error", () => this.fail());
      // Where a click before the sound was known is to go.
      this.wanted = 0;
    }

    /** The place in the take, in seconds. */
    get place() {
      return this.audio.readyState > 0 ? Math.max(0, this.audio.currentTime - this.offset) : this.wanted;
    }

    goTo(place) {
      this.wanted = Math.min(this.duration, Math.max(0, place));
      // Before the sound is known this is where it will begin (HTML, "default playback start position").
      this.audio.currentTime = this.offset + this.wanted;
      this.take.classList.add("started");
      this.follow();
    }

    play(place, button) {
      if (current && current !== this) current.pause();
      current = this;
      this.goTo(place);
      this.press(button);
      this.trouble.hidden = true;
      this.audio.play().catch((error) => { if (error.name !== "AbortError") this.fail(); });
    }

    pause() { this.audio.pause(); }

    fail() {
      // What is known already failed for another reason, a machine without a loudspeaker say.
      this.trouble.hidden = this.audio.readyState > 0;
      this.press(null);
      this.show();
    }

    /** Shows which of the buttons elsewhere on the page has started it. */
    press(button) {
      if (this.button) this.button.removeAttribute("aria-pressed");
      this.button = button;
    }

    show() {
      const plays = !this.audio.paused && !this.audio.ended;
      const words = plays ? "Pause" : "Play";
      this.toggle.querySelector("span").textContent = words;
      this.toggle.setAttribute("aria-label", words + " " + this.name);
      this.toggle.querySelector("use").setAttribute("href", plays ? "#sign-pause" : "#sign-play");
      if (this.button) {
        this.button.setAttribute("aria-pressed", String(plays));
        this.button.querySelector("use").setAttribute("href", plays ? "#sign-pause" : "#sign-play");
      }
      if (plays) this.draw();
    }

    draw() {
      this.follow();
      if (!this.audio.paused) requestAnimationFrame(() => this.draw());
    }

    follow() {
      const place = Math.min(this.place, this.duration);
      // The take may be a part of its file.
      if (!this.audio.paused && this.place >= this.duration) {
        this.pause();
        this.audio.currentTime = this.offset + this.duration;
      }
      const words = clock(place) + " of " + clock(this.duration);
      this.time.textContent = clock(place) + " / " + clock(this.duration);
      this.seek.value = String(place);
      this.seek.setAttribute("aria-valuetext", words);
      const x = place / this.axis * 100 + "%";
      for (const line of this.take.querySelectorAll(".playhead")) {
        line.setAttribute("x1", x);
        line.setAttribute("x2", x);
      }
    }
  }

  for (const take of document.querySelectorAll(".take")) {
    const audio = take.querySelector("audio");
    if (audio) players.set(take.id, new Player(take, audio));
  }
  for (const button of document.querySelectorAll("button.place")) {
    const player = players.get(button.dataset.player);
    if (!player) continue;
    button.disabled = false;
    button.addEventListener("click", () => {
      const isOn = player.button === button && !player.audio.paused;
      if (isOn) player.pause(); else player.play(Number(button.dataset.from), button);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current) current.pause();
  });
})();
