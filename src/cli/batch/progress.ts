/**
 * Shows on a terminal how far a batch came.
 */
import cliProgress from "cli-progress";
import type { Io } from "../io";

/** Shows progress. */
export interface Progress {
  /** Shows how many bytes of the input are done, and how many applicants. */
  readonly show: (bytes: number, applicants: number) => void;
  readonly end: () => void;
}

/**
 * Begins to show progress; where standard error is no terminal, nothing is shown.
 *
 * @param total - The size of the input in bytes; nothing where it is not known.
 */
export function progressOn({ stderr, now }: Io, total: number | undefined): Progress {
  if (stderr.isTTY !== true) return { show: () => {}, end: () => {} };
  const begun = now().getTime();
  const bar = new cliProgress.SingleBar({
    stream: stderr as never,
    format: (options, { progress, eta, value }, { applicants }: { readonly applicants: number }) => {
      const seconds = Math.max(0.001, (now().getTime() - begun) / 1000);
      const rate = `${count(applicants)} judged, ${count(applicants / seconds)} a second`;
      if (total === undefined || value === 0) return rate;
      const shown = cliProgress.Format.BarFormat(progress, options);
      return `${shown} ${Math.floor(progress * 100)} %  ${rate}, ${duration(eta)} left`;
    },
    barsize: 24,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: false,
    clearOnComplete: true,
    // else Ctrl+C would end the bar and not the batch
    gracefulExit: false,
    etaBuffer: 50,
  });
  bar.start(total ?? 1, 0, { applicants: 0 });
  return {
    show: (bytes, applicants) => bar.update(total === undefined ? 0 : bytes, { applicants }),
    end: () => bar.stop(),
  };
}

/** Writes a number as people read it. */
export const count = (number: number): string => Math.round(number).toLocaleString("en-US");

/** Writes seconds as people read them. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return "some time";
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
