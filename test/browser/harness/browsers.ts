import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

const chromiumPaths = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const firefoxPaths = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'];

const firstThatIsThere = (paths: readonly (string | undefined)[], name: string): string => {
  const found = paths.find((path) => path && existsSync(path));
  if (!found) throw new Error(`No ${name} on this machine: install it (Debian: apt-get install ${name}).`);
  return found;
};

export type Camera = { video: string; audio: string };
type ChromiumOptions = {
  extension?: string;
  camera?: Camera;
  /** Hosts that the browser finds on this machine: `news.test` → port. */
  hosts?: Record<string, number>;
  /** Everything not on this machine goes to this port, which sees it and refuses it. */
  proxyPort?: number;
  language?: 'en' | 'es';
  profile?: string;
  args?: string[];
  /** The title of the tab that is shared when a page asks for a screen. */
  sharedTab?: string;
  /** Hidden pages are slowed down as on a teacher's machine; puppeteer sees to it that they are not. */
  isSlowedWhenHidden?: boolean;
  /** What a page is asked to do may take so long; puppeteer waits for three minutes. */
  answerMs?: number;
};

const unslowed = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** Chromium with an empty profile (removed at the end, but for one given). Its pages make passkeys by `addPasskeys`. */
export const launchChromium = async (options: ChromiumOptions = {}): Promise<Browser> => {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'chalkloop-profile-')));
  const rules = Object.entries(options.hosts ?? {}).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  const args = [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=OptimizationHints,MediaRouter,Translate',
    '--autoplay-policy=no-user-gesture-required',
    `--lang=${options.language ?? 'en'}`,
    ...(rules.length ? [`--host-resolver-rules=${rules.join(', ')}`] : []),
    ...(options.proxyPort
      ? [
          `--proxy-server=127.0.0.1:${options.proxyPort}`,
          `--proxy-bypass-list=${Object.keys(options.hosts ?? {}).join(';')}`,
        ]
      : []),
    // The fake dialog shares a made-up screen, whatever tab is asked for.
    ...(options.sharedTab
      ? [
          '--auto-accept-camera-and-microphone-capture',
          `--auto-select-tab-capture-source-by-title=${options.sharedTab}`,
        ]
      : ['--use-fake-ui-for-media-stream']),
    ...(options.camera
      ? [
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${options.camera.video}`,
          `--use-file-for-fake-audio-capture=${options.camera.audio}`,
        ]
      : []),
    ...(options.args ?? []),
  ];
  const browser = await puppeteer.launch({
    executablePath: firstThatIsThere(chromiumPaths, 'chromium'),
    headless: true,
    pipe: true,
    userDataDir: profile,
    ...(options.answerMs ? { protocolTimeout: options.answerMs } : {}),
    ...(options.extension ? { enableExtensions: [options.extension] } : {}),
    ignoreDefaultArgs: [
      ...(options.isSlowedWhenHidden ? unslowed : []),
      // Else a shared tab is silent to the one it is shared with.
      ...(options.sharedTab ? ['--mute-audio'] : []),
    ],
    args,
  });
  if (!options.profile) {
    browser.once('disconnected', () => void rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  }
  return browser;
};

/** Firefox drives the page alone: it may not be led to an extension's pages. */
export const launchFirefox = (): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: firstThatIsThere(firefoxPaths, 'firefox-esr'),
    headless: true,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
    },
  });
