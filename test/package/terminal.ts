/** Drives a program in a real terminal, by `script` of util-linux. */
import { spawn, spawnSync } from "node:child_process";

/** Whether a terminal can be had here. */
export const hasTerminal = spawnSync("script", ["--version"]).status === 0;

/** What a program left behind. */
export interface Left {
  readonly code: number | null;
  /** Everything that it wrote, without what only a terminal obeys. */
  readonly text: string;
}

const CLEAR = "\u001b[2J";
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /\u001b\[[0-9;?]*[A-Za-z]|\r/g;
const plain = (text: string) => text.replaceAll(CONTROL, "");

const PATIENCE = 60_000;
const MOMENT = 30;

/** Runs a command; waits for each pattern on the screen, and then types the keys beside it. */
export async function typed(
  command: string,
  steps: readonly (readonly [seen: RegExp, keys: string])[],
): Promise<Left & { readonly screens: readonly string[] }> {
  const { CI: _, ...env } = process.env;
  // a pipe has no size, and a terminal of no size shows nothing
  const child = spawn("script", ["-qec", `stty cols 80 rows 40 && ${command}`, "/dev/null"], {
    env: { ...env, TERM: "xterm" },
  });
  let written = "";
  let code: number | null | undefined;
  child.stdout.setEncoding("utf8").on("data", (data: string) => {
    written += data;
  });
  child.on("exit", (exit) => {
    code = exit;
  });
  const screens: string[] = [];
  const until = async (isThere: () => boolean, what: string) => {
    for (const start = Date.now(); !isThere(); await new Promise((done) => setTimeout(done, MOMENT))) {
      if (Date.now() - start < PATIENCE && code === undefined) continue;
      child.kill();
      throw new Error(`${what} did not come:\n${plain(written)}`);
    }
  };
  let from = 0;
  for (const [seen, keys] of steps) {
    // a screen of its own, not the one before as the keys changed it
    const screen = () => plain(written.slice(from).split(CLEAR).slice(1).at(-1) ?? "");
    await until(() => seen.test(screen()), String(seen));
    screens.push(screen());
    from = written.length;
    child.stdin.write(keys);
  }
  await until(() => code !== undefined, "the end").catch((error: unknown) => {
    if (code === undefined) throw error;
  });
  child.stdin.end();
  return { code: code ?? null, text: plain(written), screens };
}
