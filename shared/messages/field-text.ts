import { m } from './paraglide/messages.js';

type Words = () => string;

/** By the last part of a field's path, as `title` of `body.title`. */
const names: Record<string, Words> = {
  name: m.errors_name_name,
  title: m.errors_name_title,
  byline: m.errors_name_byline,
  site: m.errors_name_site,
  url: m.errors_name_address,
  canonical: m.errors_name_address,
  why: m.errors_name_why,
  text: m.errors_name_text,
  strategy: m.errors_name_strategy,
  code: m.errors_name_code,
  excerpt: m.errors_name_excerpt,
  answer: m.errors_name_students,
  students: m.errors_name_students,
};

const reasons: Record<string, (field: { field: string }) => string> = {
  blank: m.errors_field_blank,
  'too-long': m.errors_field_too_long,
  'hidden-characters': m.errors_field_hidden,
  'one-line': m.errors_field_one_line,
  'not-an-address': m.errors_field_address,
  'students-in-focus': m.errors_field_students,
};

/**
 * A refused field in words. `reason` is the contract's; `label` is what the form calls the field. A field that
 * nobody typed gets the sentence for a request that was not understood.
 */
export const fieldText = (field: string, reason: string, label?: string): string => {
  const last = field.slice(field.lastIndexOf('.') + 1);
  const name = label ?? (Object.hasOwn(names, last) ? names[last]?.() : undefined);
  if (name === undefined) return m.errors_bad_request();
  const sentence = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return (sentence ?? m.errors_field_wrong)({ field: name });
};
