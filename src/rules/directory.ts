/**
 * The associations: who they are, what they offer, and what is known of the cost.
 */
import { addMonths, dayNumber, lastDay } from "../base/calendar";
import { deepFreeze } from "../base/freeze";
import type { AssociationId, Day } from "../model/applicant";
import type { Citation, Confidence } from "../model/language";
import { type Alias, type FeeKind, type FeeRule, feeKinds, type Overlay } from "../model/overlay";
import type { ImpreciseDay, InForce, PathwayId, Rulebook, Source } from "../model/rulebook";
import { holdsOn, statementsOn } from "./editions";
import { rulesOn } from "./in-force";
import { isAwarded, type PathwayInForce } from "./pathway-in-force";
import { citations, type Spelled, spelled } from "./written";

/** Who an association is, and what it offers on a day. */
export interface AssociationSummary {
  /** The id. */
  readonly id: AssociationId;
  /** The name that it bears on the day, as far as the sources tell. */
  readonly name: string;
  /** The short form of the name. */
  readonly short?: string;
  /** Other names that it bears on the day. */
  readonly aliases: readonly Spelled<Alias>[];
  /** The state or country that it serves, ISO 3166; absent of the Alliance. */
  readonly jurisdiction?: string;
  /** Its site. */
  readonly site: string;
  /** The categories and add-ons that it offers. */
  readonly offered: readonly PathwayId[];
  /** Those that it does not offer. */
  readonly notOffered: readonly PathwayId[];
  /** Those of which no source says whether it offers them. */
  readonly notShown: readonly PathwayId[];
  /** Where it is said. */
  readonly sources: readonly Citation[];
}

/** What something costs, or that it is not known. */
export interface Fee {
  /** What it is for. */
  readonly kind: FeeKind;
  /** The amount; 0 says free, `null` that no source says how much: with sources, that something is charged. */
  readonly amount: number | null;
  /** The currency, ISO 4217; absent where the amount is not known. */
  readonly currency?: string;
  /** The pathways that it is for; all where absent. */
  readonly pathways?: readonly PathwayId[];
  /** What a reader should know of it. */
  readonly note?: string;
  /** When it holds, as the source gives it. */
  readonly inForce?: InForce;
  /** The last day, month or year in which a page is known to have shown it; absent where nothing tells. */
  readonly seen?: ImpreciseDay;
  /** Only pages of more than three years before the day show it, or none of which it is known of when it is: ask first. */
  readonly stale?: true;
  /** Where it is said; empty where the amount is not known. */
  readonly sources: readonly Citation[];
  /** How sure it is; absent where the amount is not known. */
  readonly confidence?: Confidence;
}

/** What was listed last of a rulebook: the list is asked for again and again, and mostly for today. */
const listed = new WeakMap<Rulebook, { readonly asOf: Day; readonly summaries: readonly AssociationSummary[] }>();

/** Lists the associations of a rulebook, by id. */
export function summaries(rulebook: Rulebook, asOf: Day): AssociationSummary[] {
  const known = listed.get(rulebook);
  if (known?.asOf === asOf) return [...known.summaries];
  const overlays = Object.values(rulebook.associations).sort((a, b) => (a.id < b.id ? -1 : 1));
  const all = overlays.map((overlay) => deepFreeze(summaryOf(rulebook, overlay, asOf)));
  listed.set(rulebook, { asOf, summaries: all });
  return [...all];
}

function summaryOf(rulebook: Rulebook, overlay: Overlay, asOf: Day): AssociationSummary {
  const { pathways, aliases } = rulesOn(rulebook, asOf, overlay);
  const awarded = pathways.filter(isAwarded);
  const { id, jurisdiction, site } = overlay;
  const { name, short } = namesOn(overlay, aliases, dayNumber(asOf));
  const idsWhere = (holds: (one: PathwayInForce) => boolean) => awarded.filter(holds).map((pathway) => pathway.id);
  return {
    id,
    name,
    ...(short && { short }),
    aliases: aliases.filter((alias) => alias.name !== name),
    ...(jurisdiction && { jurisdiction }),
    site,
    offered: idsWhere(({ isOffered, offerShown }) => isOffered && offerShown),
    notOffered: idsWhere(({ isOffered }) => !isOffered),
    notShown: idsWhere(({ isOffered, offerShown }) => isOffered && !offerShown),
    sources: citations(overlay.sources),
  };
}

/** The name that an association bears on a day; where it bore another then, that one. */
function namesOn(
  overlay: Overlay,
  aliases: readonly Pick<Alias, "name" | "short">[],
  day: number,
): Pick<Alias, "name" | "short"> {
  const days = overlay.aliases?.find(({ name }) => name === overlay.name);
  const holds = days === undefined || holdsOn(days, day);
  const { name, short } = (holds ? undefined : aliases[0]) ?? overlay;
  return { name, ...(short && { short }) };
}

/** Lists what an association charges on a day; a kind of fee of which nothing is known is listed as such. */
export function feesOf(rulebook: Rulebook, overlay: Overlay, asOf: Day, pathway: PathwayId | undefined): Fee[] {
  const day = dayNumber(asOf);
  const asked = pathway === undefined ? rulebook.order : [pathway];
  const seenIn = lastSeen([...rulebook.sources, ...(overlay.documents ?? [])]);
  return feeKinds.flatMap((kind) => {
    const own = feesOn(overlay.fees, kind, asked, day);
    const covered = new Set(own.flatMap(({ pathways = asked }) => pathways));
    const base = feesOn(
      rulebook.fees,
      kind,
      asked.filter((id) => !covered.has(id)),
      day,
    );
    const known = [...own, ...base].map(spelled);
    return known.length > 0
      ? known.map((fee) => feeOf(fee, seenIn(fee.sources), day))
      : [{ kind, amount: null, sources: [] }];
  });
}

/** The fees of a kind on a day, of those that are about some pathways. */
function feesOn(
  fees: readonly FeeRule[] | undefined,
  kind: FeeKind,
  asked: readonly PathwayId[],
  day: number,
): readonly FeeRule[] {
  const about = ({ pathways }: FeeRule) =>
    pathways === undefined ? asked : pathways.filter((id) => asked.includes(id));
  return statementsOn(fees?.filter((fee) => fee.kind === kind) ?? [], day, about);
}

/** Finds when the newest of some documents was last seen. */
const lastSeen = (documents: readonly Pick<Source, "id" | "seen">[]) => (sources: readonly Citation[]) => {
  const seen = sources.flatMap(({ source }) => documents.find(({ id }) => id === source)?.seen ?? []);
  return seen.sort((a, b) => lastDay(b) - lastDay(a))[0];
};

const STALE_AFTER_YEARS = 3;

function feeOf(rule: Spelled<FeeRule>, seen: ImpreciseDay | undefined, day: number): Fee {
  const { kind, amount, currency, pathways, note, inForce, sources, confidence } = rule;
  const isStale = seen === undefined || addMonths(lastDay(seen), STALE_AFTER_YEARS * 12) < day;
  return {
    kind,
    amount,
    ...(amount !== null && { currency }),
    ...(pathways && { pathways }),
    ...(note && { note }),
    ...(inForce && { inForce }),
    ...(seen && { seen }),
    ...(isStale && { stale: true }),
    sources,
    confidence,
  };
}
