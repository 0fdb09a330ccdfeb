// What helps where scripts run; every page works without.
//
// Files: they go up in pieces while the form is filled in, and go on where they were when a line breaks (tus 1.0.0,
// tus.io). Without this they go with the form.
//
// Sounds: a chapter, a line of a transcript or a place on the shape of a sound is a link into the file; here it moves
// the player on the page instead.
"use strict";

(() => {
  const PIECE = 8 << 20;
  const MOST_TRIES = 40;
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  class Refused extends Error {}

  // One request; its progress, in bytes, is told to `heard`.
  const ask = (method, path, headers, body, heard, stop) =>
    new Promise((done, broken) => {
      const request = new XMLHttpRequest();
      request.open(method, path);
      const all = { "Tus-Resumable": "1.0.0", Accept: "application/json", ...headers };
      for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
      if (heard) request.upload.onprogress = (event) => heard(event.loaded);
      request.onload = () => done(request);
      request.onerror = request.ontimeout = () => broken(new Error("line"));
      request.onabort = () => broken(new Refused(""));
      if (stop) stop.abort = () => request.abort();
      request.send(body);
    });

  const words = (request) => {
    try {
      const problem = JSON.parse(request.responseText);
      return problem.detail || problem.title || "";
    } catch {
      return "";
    }
  };

  // Where a file went that was begun before; pages and browsers are closed in between.
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

  async function announce(file, sentAs) {
    const told = `filename ${base64(file.name)},sent_as ${base64(sentAs)}`;
    const answer = await ask("POST", "/uploads", { "Upload-Length": file.size, "Upload-Metadata": told });
    if (answer.status !== 201) throw answer.status >= 500 ? new Error("busy") : new Refused(words(answer));
    return new URL(answer.getResponseHeader("Location"), location.href).pathname;
  }

  async function offset(path) {
    const answer = await ask("HEAD", path, {});
    if (answer.status === 200) return Number(answer.getResponseHeader("Upload-Offset"));
    if (answer.status >= 500 || answer.status === 423) throw new Error("busy");
    return null;
  }

  // Sends a file to its end; says its token.
  async function send(file, sentAs, shown, stop) {
    const key = known(file, sentAs);
    let path = remembered(key);
    let tries = 0;
    while (!stop.called) {
      try {
        let at = path ? await offset(path) : null;
        if (at === null) {
          path = await announce(file, sentAs);
          remember(key, path);
          at = 0;
        }
        while (at < file.size) {
          const piece = file.slice(at, at + PIECE);
          const headers = { "Upload-Offset": at, "Content-Type": "application/offset+octet-stream" };
          const answer = await ask("PATCH", path, headers, piece, (sent) => shown(at + sent), stop);
          if (answer.status === 409 || answer.status === 423 || answer.status >= 500) throw new Error("busy");
          if (answer.status !== 204) throw new Refused(words(answer));
          at = Number(answer.getResponseHeader("Upload-Offset"));
          tries = 0;
          shown(at);
        }
        remember(key, null);
        return path.split("/").pop();
      } catch (error) {
        if (error instanceof Refused) {
          remember(key, null);
          throw error;
        }
        tries += 1;
        if (tries > MOST_TRIES) throw error;
        shown(null);
        await wait(Math.min(500 * 2 ** tries, 15000));
      }
    }
    throw new Refused("");
  }

  const made = (name, attributes, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  };

  function uploads(form) {
    const text = form.dataset;
    let running = 0;
    let queue = Promise.resolve();
    let asked = null;
    const said = made("p", { role: "status", class: "soft" });
    form.append(said);

    const ended = () => {
      running -= 1;
      if (running > 0 || !asked) return;
      const button = asked;
      asked = null;
      said.textContent = "";
      form.requestSubmit(button);
    };

    function begin(input, file) {
      const sentAs = input.dataset.sentAs;
      const bar = made("progress", { max: file.size || 1, value: 0, "aria-label": file.name });
      const says = made("span", {}, text.sending.replace("{file}", file.name));
      const button = made("button", { type: "button", class: "quiet" }, text.stop);
      const row = made("div", { class: "sending" }, says, bar, button);
      input.after(row);
      const stop = { called: false };
      button.onclick = () => {
        stop.called = true;
        if (stop.abort) stop.abort();
        row.remove();
      };
      const shown = (at) => {
        says.textContent = (at === null ? text.broken : text.sending).replace("{file}", file.name);
        if (at !== null) bar.value = at;
      };
      running += 1;
      queue = queue.then(async () => {
        try {
          const token = await send(file, sentAs, shown, stop);
          row.replaceChildren(
            made("span", { class: "kept" }, text.sent.replace("{file}", file.name)),
            made("input", { type: "hidden", name: "upload", value: token }),
            button,
          );
        } catch (error) {
          if (stop.called) row.remove();
          else row.replaceChildren(made("span", { class: "fault", role: "alert" }, `${file.name}: ${error.message || text.broken}`), button);
          // What waits for the files is looked at again by a person.
          asked = null;
        } finally {
          ended();
        }
      });
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
      asked = event.submitter;
      said.textContent = text.waiting;
      said.scrollIntoView({ block: "nearest" });
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
      if (link) {
        event.preventDefault();
        go(Number(link.hash.slice(3)));
      }
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

  for (const form of document.querySelectorAll("form[data-uploads]")) uploads(form);
  for (const section of document.querySelectorAll("[data-player]")) player(section);
})();
