// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../shared/contract/ids.ts';
import type { Demo } from '../../../shared/contract/kinds/demo.ts';
import { beginHistory } from '../../../shared/rules/edit-history.ts';
import { cutOut } from '../../../shared/rules/timeline.ts';
import { captionsFile } from '../../../shared/screens/captions/captions-file.ts';
import { ReviewCaptions } from '../../../shared/screens/captions/ReviewCaptions.tsx';
import { saveDemoCaptions } from '../../../shared/screens/captions/save-demo-captions.ts';
import { readEntry } from '../../../shared/screens/library/entry.ts';
import { readRecording } from '../../../shared/screens/recording/read-recording.ts';
import { me, type Opened, openScreen, space } from './open-screen.tsx';

const track = {
  init: 't0-v-init.mp4',
  codec: 'avc1.64001f',
  segments: [{ name: 't0-v-0001.m4s', seconds: 10 }],
};
const takes = [{ video: { ...track, width: 1280, height: 720 } }];
const body: Demo = {
  title: 'Exit tickets',
  strategy: 'exit tickets',
  seconds: 10,
  takes,
  captions: 'pending',
  students: { answer: 'no', wording: 'Could students be identified?', at: 1 },
};
const files = ['t0-v-init.mp4', 't0-v-0001.m4s'].map((name) => ({ name, bytes: 1, sha256: 'a'.repeat(64) }));
const player = {
  seconds: () => 4,
  isPlaying: () => false,
  play: () => undefined,
  pause: () => undefined,
  seek: () => undefined,
};

let screen: Opened;
beforeEach(async () => {
  screen = await openScreen({ hello: async () => ({ app: 'chalkloop', setUp: true }) });
});
afterEach(() => screen.close());

describe('captions of a demo that is live', () => {
  const save = async (id: string, text: string | null) => {
    const entry = readEntry('demo', await screen.db.records.get(id));
    if (!entry) throw new Error('no demo');
    const cues = text === null ? [] : [{ fromSeconds: 1, toSeconds: 2, text }];
    await saveDemoCaptions(screen.db, me.id, entry, { language: 'es', cues });
    return readEntry('demo', await screen.db.records.get(id));
  };

  it('are saved as another file each time, and the one before leaves the demo', async () => {
    const { id } = await screen.put({ kind: 'demo', body, files, author: me.id });
    await screen.db.drafts.put({ key: `captions/${id}`, space, value: {} });
    const first = await save(id, 'Hola');
    const second = await save(id, 'Hola & <adiós>');
    const [one, two] = [first, second].map((entry) => entry?.body.captions);
    expect(one).toEqual({ file: expect.stringMatching(/^captions-[0-9a-f]{8}\.vtt$/), language: 'es' });
    expect(two).not.toEqual(one);
    const named = second?.record.files.map(({ name }) => name) ?? [];
    expect(named).toHaveLength(3);
    expect(named).toContain((two as { file: string }).file);
    expect(named).not.toContain((one as { file: string }).file);
    const kept = await screen.db.files.get([id, (two as { file: string }).file]);
    // happy-dom's blobs do not come back from a database as they went in.
    const words = 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHola &amp; &lt;adiós&gt;\n';
    expect(kept).toMatchObject({ bytes: new TextEncoder().encode(words).length, sent: 0 });
    expect(await screen.db.drafts.toArray()).toEqual([]);
  });

  it('are off the demo where no line is left', async () => {
    const { id } = await screen.put({ kind: 'demo', body, files, author: me.id });
    await save(id, 'Hola');
    const off = await save(id, null);
    expect(off?.body.captions).toBe('pending');
    expect(off?.record.files).toHaveLength(2);
  });
});

describe('captions of a recording in review', () => {
  const record = newId();
  const whole = { take: 0, fromSeconds: 0, toSeconds: 10 };
  const row = async () => {
    const found = await screen.db.recordings.get(record);
    if (!found) throw new Error('no recording');
    return readRecording(found);
  };
  const draw = async () =>
    screen.draw(
      <ReviewCaptions
        recording={await row()}
        player={player}
        takes={takes}
        readFile={async () => new Blob()}
      />,
    );
  beforeEach(async () => {
    await screen.db.recordings.put({
      record,
      space,
      startedAt: 1,
      state: 'review',
      takes,
      edit: beginHistory([whole]),
      captions: {
        language: 'en',
        cues: [
          { take: 0, fromSeconds: 1, toSeconds: 3, text: 'A name that was cut' },
          { take: 0, fromSeconds: 5, toSeconds: 7, text: 'What stays' },
        ],
      },
      title: '',
      strategy: '',
    });
  });

  it('are kept at every keystroke, on their takes’ own time, whatever is cut', async () => {
    await screen.db.recordings.update(record, { edit: beginHistory(cutOut([whole], 0, 4)) });
    await draw();
    await screen.see('The demo is published with one line of captions.');
    await screen.type('textarea', 'What stayed');
    await vi.waitFor(async () => {
      expect((await row()).captions?.cues).toEqual([
        { take: 0, fromSeconds: 1, toSeconds: 3, text: 'A name that was cut' },
        { take: 0, fromSeconds: 5, toSeconds: 7, text: 'What stayed' },
      ]);
    });
  });

  it('say nothing in their file of what was cut', async () => {
    await screen.db.recordings.update(record, { edit: beginHistory(cutOut([whole], 0, 4)) });
    const made = await captionsFile(await row());
    expect(await made?.blob.text()).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nWhat stays\n');
    expect(made?.language).toBe('en');
    await screen.db.recordings.update(record, { edit: beginHistory(cutOut([whole], 0, 8)) });
    expect(await captionsFile(await row())).toBeNull();
  });

  it('are shown where a cut goes through them, for they are published whole', async () => {
    await screen.db.recordings.update(record, { edit: beginHistory(cutOut([whole], 0, 2)) });
    await draw();
    await screen.see('A cut goes through this line.');
    expect(screen.root.querySelector('[role=status] li')?.textContent).toBe('A name that was cut');
  });
});
