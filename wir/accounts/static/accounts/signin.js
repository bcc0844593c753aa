// Comfort only: every page works without this file, but for passkeys, which need the browser's help.
"use strict";

// "Show password": a button beside every password field, made of the page's template, so that it speaks its language.
const pattern = document.getElementById("show-password");
if (pattern) {
  document.querySelectorAll('input[type="password"]').forEach((field) => {
    const button = pattern.content.firstElementChild.cloneNode(true);
    const label = button.querySelector(".kern-label");
    button.setAttribute("aria-controls", field.id);
    button.addEventListener("click", () => {
      const shown = field.type === "text";
      field.type = shown ? "password" : "text";
      button.setAttribute("aria-pressed", String(!shown));
      label.textContent = shown ? button.dataset.show : button.dataset.hide;
    });
    field.insertAdjacentElement("afterend", button);
    // what is sent must be a password to the browser's own store
    field.form?.addEventListener("submit", () => { field.type = "password"; });
  });
}

// When the browser or the person gives a passkey up, say so in words.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.querySelectorAll("[data-passkey-failed]").forEach((notice) => {
    notice.hidden = false;
    notice.querySelector("[role]")?.focus?.();
  });
});

// Without passkeys in this browser their buttons would do nothing.
if (!window.PublicKeyCredential) {
  document.querySelectorAll("[data-passkey]").forEach((part) => { part.hidden = true; });
}
