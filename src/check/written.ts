/**
 * Checks what is written once under a name wherever it is used, and finds where its parts are written.
 */
import type { Requirement, Route, WrittenRequirement, WrittenRoute } from "../model/rulebook";
import { overlayBody, requirementOf, routeOf, type Shared } from "../rules/written";
import { quote, type Report, suggest } from "./report";

/** A requirement, spelled out, with the places where it and its parts are written. */
export interface Placed<T = Requirement> {
  readonly requirement: T;
  /** Where it is used. */
  readonly at: string;
  /** Its routes, each where its conditions are written. */
  readonly routes: readonly PlacedRoute[];
}

/** A route, spelled out, with the place where its conditions are written. */
export interface PlacedRoute {
  readonly route: Route;
  readonly at: string;
}

type Use<T> = T | string | (Partial<T> & { readonly as: string });
type Body = Partial<WrittenRequirement> & { readonly as?: string };

/** Spells a requirement of a file out; nothing where a name is unknown, which is reported. */
export function placed(shared: Shared, use: Use<WrittenRequirement>, at: string, report: Report): Placed | undefined {
  const body: Body = typeof use === "string" ? { as: use } : use;
  const routes = placedRoutes(shared, body, at, report);
  if (routes === undefined) return undefined;
  const { sources } = body.as === undefined ? body : { ...shared.requirements[body.as], ...body };
  if (sources === undefined) {
    report("missing", `${at}/sources`, `"sources" is missing here and where it is shared; add it`);
    return undefined;
  }
  return { requirement: requirementOf(shared, use), at, routes };
}

/** Spells out what an overlay writes itself. */
export function placedBody(
  shared: Shared,
  written: Parameters<typeof overlayBody>[1],
  at: string,
  report: Report,
): Placed<ReturnType<typeof overlayBody>> | undefined {
  const routes = placedRoutes(shared, written, at, report);
  if (routes === undefined) return undefined;
  const requirement = overlayBody(shared, written);
  if (requirement.title === undefined) {
    report("missing", `${at}/title`, '"title" is missing; add it, or say with "as" which shared requirement it is');
    return undefined;
  }
  return { requirement, at, routes };
}

/** Spells the routes of a requirement out, each with its place; nothing where a name is unknown, which is reported. */
function placedRoutes(shared: Shared, body: Body, at: string, report: Report): readonly PlacedRoute[] | undefined {
  const { as } = body;
  if (as !== undefined && !known(shared.requirements, as, "requirement", "as" in body ? `${at}/as` : at, report)) {
    return undefined;
  }
  const isOwn = body.routes !== undefined || as === undefined;
  const from = isOwn ? at : `/requirements/${as}`;
  const whole: Partial<WrittenRequirement> = as === undefined ? body : { ...shared.requirements[as], ...body };
  const questions = (whole.questions ?? []).filter((id, index) => {
    const ids = shared.questions.map((one) => one.id);
    if (ids.includes(id)) return false;
    const place = `${body.questions === undefined && as !== undefined ? `/requirements/${as}` : at}/questions/${index}`;
    report(
      "unknown-question",
      place,
      `there is no question ${quote(id)}; ${suggest(id, ids, "add it to questions.json")}`,
    );
    return true;
  });
  const routes = (whole.routes ?? []).map((use, index) => placedRoute(shared, use, `${from}/routes/${index}`, report));
  if (questions.length > 0 || routes.includes(undefined)) return undefined;
  return routes as readonly PlacedRoute[];
}

function placedRoute(shared: Shared, use: Use<WrittenRoute>, at: string, report: Report): PlacedRoute | undefined {
  const name = typeof use === "string" ? use : "as" in use ? use.as : undefined;
  if (name === undefined) return { route: use as Route, at };
  if (!known(shared.routes, name, "route", typeof use === "string" ? at : `${at}/as`, report)) return undefined;
  const isOwn = typeof use === "object" && use.conditions !== undefined;
  return { route: routeOf(shared, use), at: isOwn ? at : `/routes/${name}` };
}

function known(
  all: Readonly<Record<string, unknown>>,
  name: string,
  what: "requirement" | "route",
  at: string,
  report: Report,
): boolean {
  if (Object.hasOwn(all, name)) return true;
  const advice = suggest(name, Object.keys(all), `add it to ${what}s.json`);
  report(
    what === "route" ? "unknown-route" : "unknown-requirement",
    at,
    `no shared ${what} is named ${quote(name)}; ${advice}`,
  );
  return false;
}
