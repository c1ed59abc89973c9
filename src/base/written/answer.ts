/**
 * Short answers as people write them: yes, no, a cross in a box.
 */
import { withoutAccents } from "../letters";

const YES = /^(?:y|yes|yep|true|t|x|✓|✔|☑|☒|✅|1|si|verdadero|checked)$/;
const NO = /^(?:n|no|nope|false|f|0|☐|falso|unchecked)$/;

/**
 * Reads yes or no as people write it.
 *
 * @returns Nothing where it is neither.
 * @example
 * readWrittenAnswer("✓"); //=> true
 */
export function readWrittenAnswer(text: string): boolean | undefined {
  const plain = withoutAccents(text).trim().replace(/\.$/, "");
  if (YES.test(plain)) return true;
  return NO.test(plain) ? false : undefined;
}
