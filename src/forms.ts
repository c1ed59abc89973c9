/**
 * What a form for an applicant needs: every field with its words for people.
 *
 * @packageDocumentation
 */
export type { FieldType } from "./evidence/field";
export {
  type FormCollection,
  type FormField,
  type FormGroup,
  type FormOptions,
  type FormWord,
  formFields as fields,
  languages,
} from "./explain/form";
export type * from "./model/translation";
