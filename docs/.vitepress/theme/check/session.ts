/** The self-check: what was told, what follows from it, and what to ask next. All of it happens in this browser. */
import { type AccountVerdict, type Applicant, evaluate, type PathwayId, rulebook } from "endorsement-pathways";
import {
  type ApplicantQuestion,
  type AssociationQuestion,
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
import { today } from "../day";
import { inLanguage } from "./in-language";
import { later } from "./later";
import { associationIn, firstPathway, loadRules } from "./place";
import { forget, keep, nothingTold, readSaved, type Saved } from "./saved";

/** Follows what was told: the verdict at once, and what leans on it piece after piece. */
export function useSession(language: Ref<Language>, association: Ref<string>) {
  const saved = shallowRef<Saved>(readSaved());
  const asOf = ref(today());
  watch(saved, keep);
  const change = (part: Partial<Saved>) => {
    saved.value = { ...saved.value, ...part };
  };

  /** The association that was chosen, once its rules are there. */
  const place = shallowRef(associationIn(association.value));
  watch(association, async (id) => {
    await loadRules(id);
    if (association.value === id) place.value = associationIn(id);
  });

  const options = computed(() => ({ asOf: asOf.value, ...(place.value && { association: place.value }) }));
  const words = computed(() => inLanguage(language.value));
  const pathway = computed<PathwayId>(() => firstPathway(saved.value));
  const verdict = computed<AccountVerdict>(() =>
    evaluate(saved.value.applicant, { ...options.value, pathways: [pathway.value], detail: "account" }),
  );
  const account = computed(() => verdict.value.pathways[0]);
  const required = computed<readonly RequirementProgress[]>(() =>
    progress(verdict.value, words.value).filter(({ obligation }) => obligation === "required"),
  );

  const question = shallowRef<ApplicantQuestion>();
  const toAsk = shallowRef<readonly AssociationQuestion[]>([]);
  /** Whether it was found out what to ask. */
  const isAsked = ref(false);
  const askNext = () => {
    const all = questions(saved.value.applicant, {
      ...options.value,
      ...words.value,
      pathways: [pathway.value],
      dontKnow: saved.value.dontKnow,
    });
    const [first] = all;
    question.value = first?.to === "applicant" ? first : undefined;
    toAsk.value = all.flatMap((one) => (one.to === "association" ? [one] : []));
    isAsked.value = true;
  };
  watch([pathway, options, language], () => later("question", [askNext]), { immediate: true });

  /** Whether there is something to plan from: a place alone is nothing. */
  const hasTold = computed(() => Object.values(saved.value.applicant).some(Array.isArray));
  const planned = shallowRef<Plan>();
  const makePlan = () => {
    const { applicant, pace } = saved.value;
    if (hasTold.value) planned.value = plan(applicant, { ...options.value, pathway: pathway.value, pace });
  };
  watch([() => saved.value.applicant, () => saved.value.pace, pathway, options], () => later("plan", [makePlan]), {
    immediate: true,
  });

  const ranked = shallowRef<readonly RankedPathway[]>([]);
  /** What helps with the costs here, the nearest first. */
  const help = shallowRef<readonly RankedPathway[]>([]);
  const judgeOthers = () => {
    const { applicant } = saved.value;
    ranked.value = rank(evaluate(applicant, { ...options.value, detail: "account" }), words.value);
    const [nearest] = ranked.value;
    if (nearest !== undefined && nearest.pathway !== saved.value.nearest) change({ nearest: nearest.pathway });
  };
  const judgeHelp = () => {
    const kind = { kind: "scholarship" } as const;
    const judged = evaluate(saved.value.applicant, { ...options.value, pathways: kind, detail: "account" });
    help.value = rank(judged, words.value).filter(({ isOfferShown }) => isOfferShown);
  };
  /** The rules of a pathway are compiled when they are first asked for: one after the other. */
  const compiled = () =>
    rulebook().order.map((id) => () => evaluate({}, { ...options.value, pathways: [id], detail: "status" }));
  watch(
    [() => saved.value.applicant, options, language],
    () => later("others", [...compiled(), judgeOthers, judgeHelp]),
    { immediate: true },
  );

  return {
    saved,
    asOf,
    words,
    verdict,
    ranked,
    pathway,
    account,
    required,
    toAsk,
    help,
    hasTold,
    planned,
    question,
    isAsked,
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
