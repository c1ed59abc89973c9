/** The schemas and the interfaces say the same: checked by the compiler, in `npm run types`. */
import { expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { GoldenFile } from "../../src/cases/golden";
import type { Overlay } from "../../src/model/overlay";
import type { Rulebook } from "../../src/model/rulebook";
import type { Translation } from "../../src/model/translation";
import type { AnyVerdict } from "../../src/model/verdict";
import type { goldenFileSchema } from "../../src/schemas/cases";
import type { overlaySchema, rulebookSchema } from "../../src/schemas/rulebook";
import type { translationSchema } from "../../src/schemas/translation";
import type { verdictSchema } from "../../src/schemas/verdict";

/** `readonly` is a promise to readers, not a part of the data. */
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;

test("a rulebook has the fields of its interface, no more and no fewer", () => {
  expectTypeOf<Plain<z.output<typeof rulebookSchema>>>().toEqualTypeOf<Plain<Rulebook>>();
});

test("an overlay has the fields of its interface, no more and no fewer", () => {
  expectTypeOf<Plain<z.output<typeof overlaySchema>>>().toEqualTypeOf<Plain<Overlay>>();
});

test("a verdict has the fields of its interface, no more and no fewer", () => {
  expectTypeOf<Plain<z.output<typeof verdictSchema>>>().toEqualTypeOf<Plain<AnyVerdict>>();
});

test("a translation has the fields of its interface, no more and no fewer", () => {
  expectTypeOf<Plain<z.output<typeof translationSchema>>>().toEqualTypeOf<Plain<Translation>>();
});

test("a file of cases has the fields of its interface, no more and no fewer", () => {
  expectTypeOf<Plain<z.output<typeof goldenFileSchema>>>().toEqualTypeOf<Plain<GoldenFile>>();
});
