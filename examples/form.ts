/**
 * A whole form for an applicant, with react-jsonschema-form: every label, help, word and limit comes from the JSON Schema,
 * and what is wrong is said by `parseApplicant`. Outside of this repository the schema is
 * `endorsement-pathways/rules/schema/applicant.schema.json`, or in Spanish `applicant.es.schema.json`.
 */
import Form from "@rjsf/core";
import type { FormValidation, RJSFSchema } from "@rjsf/utils";
import validator from "@rjsf/validator-ajv8";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import schema from "../rules/schema/applicant.schema.json";
import { type Applicant, applicantStandardSchema, parseApplicant } from "../src/schema";

/** The form library knows no lists of fixed length: it is told of a list of up to so many. */
const known = (own: object): RJSFSchema =>
  JSON.parse(JSON.stringify({ ...own, $schema: undefined }), (_, part) =>
    part?.prefixItems === undefined ? part : { ...part, items: part.prefixItems[0], minItems: 0 },
  );

/** Says beside each field what is wrong with it, and what is right. */
function check(applicant: unknown, errors: FormValidation): FormValidation {
  for (const { path, message } of applicantStandardSchema["~standard"].validate(applicant).issues ?? []) {
    const at = path.reduce((one: FormValidation | undefined, key) => one?.[key], errors);
    (at ?? errors).addError?.(message);
  }
  return errors;
}

/** Shows the form in an element of the page; calls back with the applicant once it is sent. */
export function showForm(
  element: Parameters<typeof createRoot>[0],
  send: (one: Applicant) => void,
  own = schema,
): void {
  const form = createElement(Form, {
    schema: known(own),
    uiSchema: { $schema: { "ui:widget": "hidden" } },
    validator,
    customValidate: check,
    transformErrors: () => [],
    // an empty list says "none", and what nobody touched is not told
    experimental_defaultFormStateBehavior: {
      emptyObjectFields: "skipEmptyDefaults",
    },
    onSubmit: ({ formData }) => send(parseApplicant(formData)),
  });
  createRoot(element).render(form);
}
