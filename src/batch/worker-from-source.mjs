/** The same as `worker.ts`, for threads of a program that runs from source: they do not read TypeScript by themselves. */
import { register } from "tsx/esm/api";

register();
export const { judgeApplicants, judgeTask } = await import("./worker.ts");
