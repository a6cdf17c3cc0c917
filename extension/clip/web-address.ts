import { WebAddress } from '../../shared/contract/text.ts';

/** Resolved against the page, or null where it is not one that a person may follow. */
export const webAddress = (address: string | null | undefined, base: string): string | null => {
  if (!address || !URL.canParse(address, base)) return null;
  const parsed = WebAddress.safeParse(new URL(address, base).href);
  return parsed.success ? parsed.data : null;
};
