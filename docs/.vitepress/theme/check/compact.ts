/** A plan as a phone shows it: each thing in a line. */
import type { DocumentItem } from "endorsement-pathways/explain";

/** Puts the only detail of an item behind it. */
export function inOneLine(item: DocumentItem): DocumentItem {
  const [detail, ...more] = item.details;
  return detail === undefined || more.length > 0
    ? item
    : { ...item, text: [...item.text, { text: " – " }, ...detail], details: [] };
}
