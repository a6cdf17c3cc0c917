import type { Take } from '../../../../shared/contract/kinds/demo.ts';
import { assemble } from '../../../../shared/recording/edit/assemble.ts';
import type { Timeline } from '../../../../shared/rules/timeline.ts';

const readFile = async (name: string) => (await fetch(`/kept/${name}`)).blob();

/** What the tests in Node do with what was recorded into the folder. */
const edit = {
  assemble: async (takes: Take[], timeline: Timeline) => {
    const startedMs = performance.now();
    const made = await assemble({ takes, timeline, clean: null, readFile });
    const seconds = (performance.now() - startedMs) / 1000;
    for (const { name, blob } of made.files) await fetch(`/kept/${name}`, { method: 'PUT', body: blob });
    return {
      takes: made.takes,
      files: made.files.map(({ name, blob }) => ({ name, bytes: blob.size })),
      seconds,
    };
  },
};

declare global {
  interface Window {
    edit: typeof edit;
  }
}
window.edit = edit;
