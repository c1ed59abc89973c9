/** The association that someone chose, as this browser keeps it: it is there before the page is drawn. */

/** Under which name it is kept. */
export const ASSOCIATION_KEY = "endorsement-pathways/association";

/** The association that the address names. */
export const askedAssociation = (): string | null => new URLSearchParams(location.search).get("association");

/** The association that was chosen on any page; empty where none was. */
export function keptAssociation(): string {
  try {
    return localStorage.getItem(ASSOCIATION_KEY) ?? "";
  } catch {
    return "";
  }
}

/** Keeps an association; the empty one is forgotten. */
export function keepAssociation(id: string): void {
  try {
    if (id === "") localStorage.removeItem(ASSOCIATION_KEY);
    else localStorage.setItem(ASSOCIATION_KEY, id);
  } catch {
    // a browser that keeps nothing still shows what was chosen
  }
}
