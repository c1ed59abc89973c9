/** The association that someone chose: remembered in this browser only. */
import { onMounted, type Ref, ref } from "vue";
import { askedAssociation, keepAssociation, keptAssociation } from "./kept-association";

const chosen = ref("");

/** Finds the association that was chosen on any page; nothing before the page is shown. */
export function associationChoice(): { readonly association: Ref<string>; readonly choose: (id: string) => void } {
  onMounted(recall);
  return { association: chosen, choose };
}

/** Finds the association that was chosen, for what is shown in browsers only. */
export function recalledAssociation(): Ref<string> {
  recall();
  return chosen;
}

function recall(): void {
  const asked = askedAssociation();
  if (asked === null) chosen.value = keptAssociation();
  else choose(asked);
}

/** Forgets the association that was chosen, and that which the address names: who reloads does not get it back. */
export function forgetChoice(): void {
  choose("");
  const { pathname, searchParams, hash } = new URL(location.href);
  searchParams.delete("association");
  const search = searchParams.size === 0 ? "" : `?${searchParams}`;
  history.replaceState(history.state, "", `${pathname}${search}${hash}`);
}

/** Remembers an association; the empty one is forgotten. */
export function choose(id: string): void {
  chosen.value = id;
  keepAssociation(id);
}
