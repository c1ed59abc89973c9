/** The self-check: what was told, what follows from it, and what to ask next. All of it happens in this browser. */
import {
  type AccountVerdict,
  type Applicant,
  type CollectionName,
  evaluate,
  isAssociationId,
  isPathwayId,
  type PathwayId,
} from "endorsement-pathways";
import {
  type ApplicantQuestion,
  nextQuestion,
  type Plan,
  plan,
  progress,
  questions,
  type RankedPathway,
  type RequirementProgress,
  rank,
} from "endorsement-pathways/explain";
import { computed, type Ref, ref, shallowRef, watch } from "vue";
import type { Language } from "../../words";
import { inLanguage } from "./in-language";
import { forget, keep, nothingTold, readSaved, type Saved } from "./saved";

/** Today where the reader is, as an ISO day. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Follows what was told. */
export function useSession(language: Ref<Language>, association: Ref<string>) {
  const saved = shallowRef<Saved>(readSaved());
  const asOf = ref(today());
  watch(saved, keep);
  const change = (part: Partial<Saved>) => {
    saved.value = { ...saved.value, ...part };
  };

  const options = computed(() => ({
    asOf: asOf.value,
    // an address or an old visit may name anything
    ...(isAssociationId(association.value) && { association: association.value }),
  }));
  const verdict = computed<AccountVerdict>(() =>
    evaluate(saved.value.applicant, { ...options.value, detail: "account" }),
  );
  const words = computed(() => inLanguage(language.value));
  const ranked = computed<readonly RankedPathway[]>(() => rank(verdict.value, words.value));
  const pathway = computed<PathwayId>(() => {
    const { pathway: chosen } = saved.value;
    return isPathwayId(chosen) ? chosen : (ranked.value[0]?.pathway ?? "IFA");
  });
  const account = computed(() => verdict.value.pathways.find((one) => one.pathway === pathway.value));
  const required = computed<readonly RequirementProgress[]>(() =>
    progress(verdict.value, words.value).filter(
      (one) => one.pathway === pathway.value && one.obligation === "required",
    ),
  );
  const asked = computed(() => ({
    ...options.value,
    ...words.value,
    pathways: [pathway.value],
    dontKnow: saved.value.dontKnow,
  }));
  const toAsk = computed(() =>
    questions(saved.value.applicant, asked.value).flatMap((one) => (one.to === "association" ? [one] : [])),
  );
  /** What helps with the costs here, the nearest first. */
  const help = computed<readonly RankedPathway[]>(() => {
    const kind = { kind: "scholarship" } as const;
    const judged = evaluate(saved.value.applicant, { ...options.value, pathways: kind, detail: "account" });
    return rank(judged, words.value).filter(({ isOfferShown }) => isOfferShown);
  });
  const planned = computed<Plan>(() =>
    plan(saved.value.applicant, { ...options.value, pathway: pathway.value, pace: saved.value.pace }),
  );
  const question = shallowRef<ApplicantQuestion>();
  const askNext = () => {
    question.value = nextQuestion(saved.value.applicant, asked.value);
  };
  watch([pathway, options, language], askNext, { immediate: true });

  return {
    saved,
    asOf,
    options,
    words,
    verdict,
    ranked,
    pathway,
    account,
    required,
    toAsk,
    help,
    planned,
    question,
    change,
    askNext,
    tell(applicant: Applicant) {
      change({ applicant });
    },
    dontKnow(id: string) {
      change({ dontKnow: [...saved.value.dontKnow, id] });
      askNext();
    },
    forgetAll() {
      saved.value = nothingTold;
      forget();
      askNext();
    },
  };
}

/** What the self-check knows. */
export type Session = ReturnType<typeof useSession>;

/** An entry as a form has it. */
export type Entry = Readonly<Record<string, unknown>>;

/** The entries of a collection. */
export const entriesOf = (applicant: Applicant, collection: CollectionName): readonly Entry[] =>
  (applicant[collection] ?? []) as readonly Entry[];

/** Puts entries in the place of those of a collection; `isAll` says that there are no others. */
export function withEntries(
  applicant: Applicant,
  collection: CollectionName,
  entries: readonly Entry[],
  isAll: boolean,
): Applicant {
  const { unfinished = [], ...rest } = applicant;
  const others = unfinished.filter((one) => one !== collection);
  const open = isAll ? others : [...others, collection];
  return { ...rest, [collection]: entries, ...(open.length > 0 && { unfinished: open }) };
}

/** The place of an entry that is named `work/<id or index>`. */
export function indexOf(applicant: Applicant, named: string): number {
  const [collection = "", ...rest] = named.split("/");
  const name = rest.join("/");
  const entries = entriesOf(applicant, collection as CollectionName);
  const at = entries.findIndex((entry) => entry["id"] === name);
  return at === -1 ? Number(name) : at;
}

/** Finds a person by name, or adds one. */
export function withPerson(applicant: Applicant, name: string): { readonly applicant: Applicant; readonly id: string } {
  const people = applicant.people ?? [];
  const known = people.find((person) => person.name === name || person.id === name);
  if (known !== undefined) return { applicant, id: known.id };
  const base =
    name
      .normalize("NFD")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "") || "person";
  const taken = (id: string) => people.some((person) => person.id === id);
  let id = base;
  for (let number = 2; taken(id); number += 1) id = `${base}-${number}`;
  return { applicant: { ...applicant, people: [...people, { id, name }] }, id };
}
