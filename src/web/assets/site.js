// What helps where scripts run; every page works without.
//
// Files: they go up in pieces while the form is filled in, and go on where they were when a line breaks (tus 1.0.0,
// tus.io). Without this they go with the form.
//
// Sounds: a chapter, a line of a transcript or a place on the shape of a sound is a link into the file; here it moves
// the player on the page instead.
//
// Search: what is found changes as one types, without another page.
"use strict";

(() => {
  const PIECE = 8 << 20;
  const MOST_TRIES = 40;
  const SILENCE_MS = 60000;
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  // An answer that trying again does not change; its message is for people.
  class Refused extends Error {}

  // One request; its progress, in bytes, is told to `heard`. A line that is silent for a minute is a broken one.
  const ask = (method, path, headers, stop, body, heard) =>
    new Promise((done, broken) => {
      if (stop.called) return broken(new Refused(""));
      const request = new XMLHttpRequest();
      let silence;
      const listen = () => {
        clearTimeout(silence);
        silence = setTimeout(() => request.abort(), SILENCE_MS);
      };
      request.open(method, path);
      const all = { "Tus-Resumable": "1.0.0", Accept: "application/json", ...headers };
      for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
      request.upload.onprogress = (event) => {
        listen();
        if (heard) heard(event.loaded);
      };
      request.onloadend = () => clearTimeout(silence);
      request.onload = () => done(request);
      request.onerror = () => broken(new Error("line"));
      request.onabort = () => broken(stop.called ? new Refused("") : new Error("line"));
      stop.abort = () => request.abort();
      listen();
      request.send(body);
    });

  // What an answer that is none to go on with means: refused for good, or worth another try.
  const failed = (answer) => {
    let problem = {};
    try {
      problem = JSON.parse(answer.responseText);
    } catch {
      // A proxy's page.
    }
    const full = problem.code === "tus-busy" || problem.code === "tus-full";
    const again = [408, 409, 423, 425, 429].includes(answer.status) || answer.status >= 500;
    return again && !full ? new Error("busy") : new Refused(problem.detail || "");
  };

  // Where a file went that was begun before; pages and browsers are closed in between. A whole one waits there too.
  const known = (file, sentAs) => ["upload", sentAs, file.name, file.size, file.lastModified].join("|");
  const remembered = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const remember = (key, path) => {
    try {
      if (path) localStorage.setItem(key, path);
      else localStorage.removeItem(key);
    } catch {
      // Then it begins anew after a reload.
    }
  };

  async function announce(file, sentAs, stop) {
    const told = `filename ${base64(file.name)},sent_as ${base64(sentAs)}`;
    const answer = await ask("POST", "/uploads", { "Upload-Length": file.size, "Upload-Metadata": told }, stop);
    if (answer.status !== 201) throw failed(answer);
    return new URL(answer.getResponseHeader("Location"), location.href).pathname;
  }

  // How much of it is there; null where it is not known any more.
  async function offset(path, stop) {
    const answer = await ask("HEAD", path, {}, stop);
    if (answer.status === 200) return Number(answer.getResponseHeader("Upload-Offset"));
    if (answer.status === 404 || answer.status === 410) return null;
    throw failed(answer);
  }

  // Sends a file to its end; says its token.
  async function send(file, sentAs, shown, stop) {
    const key = known(file, sentAs);
    let path = remembered(key);
    let tries = 0;
    let furthest = -1;
    for (;;) {
      try {
        let at = path ? await offset(path, stop) : null;
        if (at === null) {
          path = await announce(file, sentAs, stop);
          stop.path = path;
          remember(key, path);
          at = 0;
        }
        stop.path = path;
        while (at < file.size) {
          if (at > furthest) {
            furthest = at;
            tries = 0;
          }
          shown(at);
          const piece = file.slice(at, at + PIECE);
          const headers = { "Upload-Offset": at, "Content-Type": "application/offset+octet-stream" };
          const begun = at;
          const answer = await ask("PATCH", path, headers, stop, piece, (sent) => shown(begun + sent));
          if (answer.status === 404) {
            path = null;
            throw new Error("gone");
          }
          if (answer.status !== 204) throw failed(answer);
          at = Number(answer.getResponseHeader("Upload-Offset"));
        }
        shown(file.size);
        return path.split("/").pop();
      } catch (error) {
        if (error instanceof Refused) {
          // What has no room now goes on where it is; what is no such file is forgotten.
          if (!stop.called && error.message && !stop.path) remember(key, null);
          throw error;
        }
        tries += 1;
        // A file that went away, or was changed, cannot be read again.
        const readable = await file.slice(0, 1).arrayBuffer().then(() => true, () => false);
        if (!readable || tries > MOST_TRIES) throw error;
        shown(null);
        await wait(Math.min(500 * 2 ** tries, 15000));
      }
    }
  }

  const made = (name, attributes, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  };

  function uploads(form) {
    const text = form.dataset;
    const said = made("p", { role: "status", class: "soft" });
    form.append(said);
    let running = 0;
    let queue = Promise.resolve();
    // The button that was pressed while files were on their way.
    let pressed = null;
    // The row of each file: one that is chosen twice is one.
    const rows = new Map();
    const names = (path) => {
      const token = path.split("/").pop();
      return [...form.querySelectorAll("input[name=upload]")].some((input) => input.value === token);
    };

    const ended = () => {
      running -= 1;
      if (running > 0 || !pressed) return;
      const button = pressed;
      pressed = null;
      said.textContent = "";
      button.click();
    };

    function begin(input, file) {
      const named = (words) => words.replace("{file}", file.name);
      const sentAs = input.dataset.sentAs;
      const key = known(file, sentAs);
      const before = rows.get(key);
      if (before && !before.failed) return;
      // It goes on where that one was.
      if (before) before.remove();
      const stop = { called: false, done: false };
      const says = made("span", {}, named(text.sending));
      const bar = made("progress", { max: file.size || 1, value: 0, "aria-label": file.name });
      const button = made("button", { type: "button", class: "quiet", "aria-label": `${text.stop}: ${file.name}` }, text.stop);
      const row = made("div", { class: "sending" }, says, bar, button);
      const slot = input.closest(".slot");
      if (!input.multiple) {
        // A second take stands in for the first.
        for (const other of slot.querySelectorAll(".sending button")) other.click();
      }
      slot.append(row);
      const here = { failed: false, remove: () => row.remove() };
      rows.set(key, here);
      button.onclick = () => {
        stop.called = true;
        if (stop.abort && !stop.done) stop.abort();
        row.remove();
        rows.delete(key);
        // One that the form has from before stays its.
        if (stop.path && !names(stop.path)) {
          ask("DELETE", stop.path, {}, {}).catch(() => {});
          remember(key, null);
        }
        input.focus();
      };
      const shown = (at) => {
        says.textContent = named(at === null ? text.broken : text.sending);
        if (at === null) said.textContent = says.textContent;
        else bar.value = at;
      };
      running += 1;
      said.textContent = says.textContent;
      const work = async () => {
        if (stop.called) return;
        const token = await send(file, sentAs, shown, stop);
        stop.done = true;
        says.textContent = said.textContent = named(text.sent);
        says.className = "kept";
        bar.replaceWith(made("input", { type: "hidden", name: "upload", value: token }));
      };
      const mend = (error) => {
        if (stop.called) return;
        stop.done = here.failed = true;
        const why = error instanceof Refused && error.message ? `${file.name}: ${error.message}` : named(text.failed);
        says.textContent = why;
        says.className = "fault";
        says.setAttribute("role", "alert");
        bar.remove();
        // A person looks at it before the rest is sent.
        if (pressed) {
          pressed = null;
          said.textContent = text.stopped;
          row.scrollIntoView({ block: "center" });
        }
      };
      queue = queue.then(work).catch(mend).then(ended, ended);
    }

    form.addEventListener("change", (event) => {
      const input = event.target;
      if (input.type !== "file" || !input.dataset.sentAs) return;
      for (const file of input.files) begin(input, file);
      // They are on their way: the form need not send them again.
      input.value = "";
    });
    form.addEventListener("submit", (event) => {
      if (running === 0) return;
      event.preventDefault();
      pressed = event.submitter || form.querySelector("button:not([type=button])");
      said.textContent = text.waiting;
      said.scrollIntoView({ block: "nearest" });
    });
    window.addEventListener("beforeunload", (event) => {
      if (running > 0) event.preventDefault();
    });
  }

  function player(section) {
    const audio = section.querySelector("audio");
    const shape = section.querySelector("svg.wave");
    if (!audio) return;
    const go = (seconds) => {
      audio.currentTime = seconds;
      audio.play().catch(() => {});
    };
    section.addEventListener("click", (event) => {
      const link = event.target.closest("a[href*='#t=']");
      const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (!link || !plain || link.pathname !== new URL(audio.src).pathname) return;
      const seconds = Number(link.hash.slice(3));
      if (!Number.isFinite(seconds)) return;
      event.preventDefault();
      go(seconds);
    });
    if (!shape) return;
    const heard = shape.querySelector("rect");
    shape.addEventListener("click", (event) => {
      const box = shape.getBoundingClientRect();
      if (audio.duration) go(((event.clientX - box.left) / box.width) * audio.duration);
    });
    audio.addEventListener("timeupdate", () => {
      if (audio.duration) heard.setAttribute("width", `${(audio.currentTime / audio.duration) * 100}%`);
    });
  }

  function search(form) {
    const PAUSE_MS = 200;
    const count = document.getElementById("count");
    const results = document.getElementById("results");
    let asked = new AbortController();
    let timer;
    const address = () => {
      const fields = [...new FormData(form)].filter(([, value]) => value !== "");
      return fields.length ? `/search?${new URLSearchParams(fields)}` : "/search";
    };
    let shown = address();
    async function look() {
      const path = address();
      // An answer to what is not asked any more is not waited for.
      asked.abort();
      asked = new AbortController();
      const { signal } = asked;
      if (path === shown) return results.removeAttribute("aria-busy");
      results.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(path, { signal });
        if (!answer.ok) throw new Error("busy");
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const found = page.getElementById("results");
        if (signal.aborted || !found) return;
        results.replaceChildren(...found.childNodes);
        count.textContent = page.getElementById("count").textContent;
        document.title = page.title;
        history.replaceState(null, "", path);
        shown = path;
      } catch {
        // What stands there stays; the button asks again, and says why it cannot.
      }
      if (!signal.aborted) results.removeAttribute("aria-busy");
    }
    const soon = (event) => {
      // Half of a character that is still being composed is no question.
      if (event.isComposing) return;
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE_MS);
    };
    for (const name of ["input", "change", "compositionend"]) form.addEventListener(name, soon);
  }

  for (const form of document.querySelectorAll("form[data-search]")) search(form);
  for (const form of document.querySelectorAll("form[data-uploads]")) uploads(form);
  for (const section of document.querySelectorAll("[data-player]")) player(section);
})();
