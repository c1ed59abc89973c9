/**
 * To which pathways a statement applies.
 */
import type { PathwayId } from "../model/rulebook";

/** Something that may name the pathways that it is about. */
interface Statement {
  readonly pathways?: readonly PathwayId[];
}

/**
 * Whether a statement applies to a pathway.
 *
 * @param otherwise - Whether one that names no pathways does.
 */
export const appliesTo = ({ pathways }: Statement, pathway: string, otherwise = true): boolean =>
  pathways?.some((id) => id === pathway) ?? otherwise;
