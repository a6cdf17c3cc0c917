import { browser } from 'wxt/browser';

const name = 'deliver';
const everyMinutes = 15;

/** Looks now and then whether something waits, whatever became of the browser meanwhile. */
export const startAlarm = async (): Promise<void> => {
  if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes: everyMinutes });
};

export const onAlarm = (listener: () => void): void =>
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
