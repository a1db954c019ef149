"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const claims = [...document.querySelectorAll("li.claim")];
  const folded = () => [...document.querySelectorAll("main details")];

  const sift = () => {
    const words = $("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const claim of claims) {
      const text = claim.textContent.toLowerCase();
      const fits = words.every((w) => text.includes(w)) && (!$("contested").checked || claim.classList.contains("contested"));
      claim.hidden = !fits;
      shown += fits;
    }
    const all = shown === claims.length;
    $("found").textContent = all ? "" : `${shown} of ${claims.length} claims`;
    if (!all) for (const box of document.querySelectorAll("details.singles")) box.open = true;
  };

  const open = () => {
    const opening = $("open").textContent === "Open all";
    for (const box of folded()) box.open = opening;
    $("open").textContent = opening ? "Close all" : "Open all";
  };

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const box of closed) box.open = true;
  });
  addEventListener("afterprint", () => {
    for (const box of closed) box.open = false;
  });

  if (claims.length > 1) {
    $("tools").hidden = false;
    $("find").addEventListener("input", sift);
    $("contested").addEventListener("change", sift);
    $("open").addEventListener("click", open);
  }
})();
