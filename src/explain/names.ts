/**
 * What an entry is called when people are spoken to: its title, else the short name they gave it, else its number.
 */
import { toldIn } from "../evidence/told";
import type { Applicant, CollectionName } from "../model/applicant";
import type { Language } from "./language";

/** Names an entry: `“Head Start”`, `“infant-room”`, `Job 2`. */
export function entryName(applicant: Applicant, collection: CollectionName, index: number, words: Language): string {
  const entry = toldIn(applicant, collection)[index] ?? {};
  const told = entry["title"] ?? entry["name"] ?? entry["id"];
  const kind = words.collection(collection)?.entry ?? collection;
  return told === undefined
    ? words.say("entry-number", { entry: kind, number: index + 1 })
    : words.say("entry-named", { entry: kind, name: String(told) });
}
