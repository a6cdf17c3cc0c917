import { m } from '../../messages/paraglide/messages.js';

/** Order matters: Edge and Opera also say Chrome, and Chrome also says Safari. */
const browsers: readonly [RegExp, string][] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/CrOS/, 'ChromeOS'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'Mac'],
  [/Windows/, 'Windows'],
  [/Linux/, 'Linux'],
];

const nameIn = (table: readonly [RegExp, string][], agent: string): string | undefined =>
  table.find(([pattern]) => pattern.test(agent))?.[1];

/** A guess that its owner recognises in a list, as "Firefox on Windows". Nothing depends on it. */
export const deviceName = (agent = navigator.userAgent): string => {
  const browser = nameIn(browsers, agent) ?? m.identity_device_some_browser();
  const system = nameIn(systems, agent);
  return system ? m.identity_device_default_name({ browser, system }) : browser;
};
