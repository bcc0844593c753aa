// Comfort only: every page works without this file.
"use strict";

const openMenus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", (event) => {
  openMenus().forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  openMenus().forEach((menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});

// A double click on "Save" must not send the form twice; a moment later it may be sent again (downloads stay here).
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 2000);
});

// After a refused form the summary of errors is read out first.
document.addEventListener("htmx:afterSettle", (event) => {
  event.target.querySelector(".wir-notice--danger[tabindex]")?.focus();
});

// On a narrow screen the row of tabs is cut: show the one we are on. Only the row is moved, never the page.
document.querySelectorAll(".wir-tabs [aria-current]").forEach((tab) => {
  const row = tab.closest(".wir-tabs");
  const [here, whole] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += here.left + here.width / 2 - (whole.left + whole.width / 2);
});
