/** The search of VitePress calls itself a button with choices inside; for whoever hears it, it is a dialog with links. */

const WRONG = ["aria-expanded", "aria-haspopup", "aria-owns"] as const;

/** Mends the search whenever it is opened. */
export function mendSearch(): void {
  // it is put beside the page when it is opened
  new MutationObserver(() => {
    const box = document.querySelector<HTMLElement>(".VPLocalSearchBox[role=button]");
    if (box === null) return;
    box.setAttribute("role", "dialog");
    for (const name of WRONG) box.removeAttribute(name);
    mendList(box);
    new MutationObserver(() => mendList(box)).observe(box, { childList: true, subtree: true });
  }).observe(document.body, { childList: true });
}

function mendList(box: HTMLElement): void {
  for (const part of box.querySelectorAll("[role=listbox], [role=option]")) {
    part.removeAttribute("role");
    part.removeAttribute("aria-selected");
    part.removeAttribute("aria-labelledby");
  }
  for (const input of box.querySelectorAll("input")) input.removeAttribute("aria-activedescendant");
  // what is read aloud is what stands there
  for (const link of box.querySelectorAll("a.result[aria-label]")) link.removeAttribute("aria-label");
}
