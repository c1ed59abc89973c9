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
export const appliesTo = ({ pathways }: Statement, pathway: PathwayId, otherwise = true): boolean =>
  pathways?.includes(pathway) ?? otherwise;
