"use strict";
(() => {
  const root = document.documentElement;
  const tip = document.getElementById("tip");
  const spans = [...document.querySelectorAll("main.document .cut, main.document .named")];
  if (!tip) return;

  const say = (span) => {
    tip.textContent = "";
    for (const other of document.querySelectorAll(".lit")) other.classList.remove("lit");
    if (!span) return;
    span.classList.add("lit");
    const line = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = span.dataset.rules;
    line.append(strong, " · " + span.dataset.kind);
    if (span.dataset.sure) line.append(" · confidence " + span.dataset.sure);
    if (span.dataset.why) line.append(" · woken by " + span.dataset.why);
    const rule = document.getElementById("rule-" + span.dataset.rules.split(", ")[0]);
    const reason = rule && rule.querySelector(".reason");
    if (reason) line.append(" · " + reason.textContent);
    tip.append(line);
  };

  // by classes alone: to ask for the layout of lines that were never drawn takes minutes
  const visible = (span) => {
    if (span.classList.contains("off")) return false;
    if (root.classList.contains("view-kept")) return !span.classList.contains("cut");
    return !root.classList.contains("view-cut") || !span.parentNode.classList.contains("whole");
  };

  const go = (span) => {
    if (!span) return;
    span.focus({ preventScroll: true });
    span.scrollIntoView({ block: "center" });
    say(span);
  };

  const step = (list, by) => {
    const seen = list.filter(visible);
    const at = seen.indexOf(document.querySelector(".lit"));
    const next = at < 0 ? (by > 0 ? 0 : seen.length - 1) : (at + by + seen.length) % seen.length;
    go(seen[next]);
  };

  const view = (name) => {
    root.classList.remove("view-kept", "view-cut");
    if (name !== "all") root.classList.add("view-" + name);
    const radio = document.querySelector(`input[name="view"][value="${name}"]`);
    if (radio) radio.checked = true;
  };

  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input.name === "view") view(input.value);
    if (input.name === "kind")
      for (const span of spans)
        if (span.dataset.kind === input.value) span.classList.toggle("off", !input.checked);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-rule]");
    if (button) {
      const rule = button.dataset.rule;
      step(spans.filter((span) => span.dataset.rules.split(", ").includes(rule)), 1);
      return;
    }
    if (event.target.closest("main.document")) say(event.target.closest(".cut, .named"));
  });
  document.addEventListener("mouseover", (event) => {
    const span = event.target.closest(".cut, .named");
    if (span && span.dataset.rules) say(span);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".cut, .named")) say(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const cuts = () => spans.filter((span) => span.classList.contains("cut"));
    const keys = {
      j: () => step(cuts(), 1),
      k: () => step(cuts(), -1),
      1: () => view("all"),
      2: () => view("kept"),
      3: () => view("cut"),
      Escape: () => say(null),
    };
    if (keys[event.key]) keys[event.key]();
  });
})();
