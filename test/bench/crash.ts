import { openCrashSite } from '../browser/safe/crash-site.ts';

/** `npm run bench -- crash 20`: the browser is killed so often while it records; what was lost of closed segments. */
export const run = async ([times = '20']: string[]) => {
  const site = await openCrashSite();
  let [lost, kept, unplayable] = [0, 0, 0];
  try {
    for (let time = 0; time < Number(times); time += 1) {
      const { before, after, seconds, playable } = await site.crash();
      const names = Object.keys(before);
      kept += names.filter((name) => after[name] === before[name]).length;
      lost += names.filter((name) => after[name] !== before[name]).length;
      if (seconds < playable) unplayable += 1;
    }
  } finally {
    await site.close();
  }
  return { times: Number(times), filesKept: kept, filesLost: lost, recordingsUnplayable: unplayable };
};
