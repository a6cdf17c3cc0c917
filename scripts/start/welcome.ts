import { extensionDir } from '../build/parts.ts';

type Facts = { url: string; setupLink: string | null; sampleLink: string | null; dataDir: string };

/** What the terminal says once everything runs. */
export const welcome = ({ url, setupLink, sampleLink, dataDir }: Facts): string => {
  const parts = [`Chalkloop runs at ${url}`];
  if (setupLink) {
    parts.push(`Nobody has set it up yet. Open this once, within three days:\n  ${setupLink}`);
  }
  if (sampleLink) {
    const first = setupLink
      ? 'The sample group: first the link above, then in the same browser'
      : 'The sample group';
    parts.push(`${first}\n  ${sampleLink}`);
  }
  parts.push(
    `The extension lies in\n  ${extensionDir}\nTo load it: chrome://extensions, switch on “Developer mode”, “Load unpacked”, that folder.`,
    `Everything is kept in ${dataDir}\nCtrl-C stops it.`,
  );
  return `\n${parts.join('\n\n')}\n`;
};
