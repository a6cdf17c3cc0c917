import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../shared/contract/limits.ts';
import type { StoredRecord } from '../../shared/contract/records.ts';
import { ticketSeal } from '../../worker/api/sealed-ticket.ts';
import {
  clip,
  demo,
  demoDraft,
  demoFiles,
  entryOf,
  errorOf,
  made,
  publishDemo,
  put,
  putFile,
  remove,
  sendFiles,
  textOf,
  ticketFor,
} from './say.ts';
import { removeMember, revokeDevice, type Seeded, seedGroup, seedPerson } from './seed.ts';
import { ask } from './worker.ts';

let ada: Seeded;
let bea: Seeded;
let group: string;
let shown: StoredRecord;
let ticket: string;
beforeAll(async () => {
  [ada, bea] = [await seedPerson(), await seedPerson()];
  group = await seedGroup(ada, bea);
  shown = await publishDemo(bea, group);
  ticket = await ticketFor(ada, group, shown.id);
});

const fetchFile = (name: string, headers: HeadersInit = {}, method = 'GET') =>
  ask(`/files/${ticket}/${name}`, { headers, method });
const contentOf = (name: string, id = shown.id) => `${id} ${name}`;

describe('a member watches', () => {
  test('by a ticket alone, as any player asks', async () => {
    const answer = await fetchFile('t1-v-0001.m4s');
    expect(answer.status).toBe(200);
    expect(await textOf(answer)).toBe(contentOf('t1-v-0001.m4s'));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'video/iso.segment',
      'content-length': String(contentOf('t1-v-0001.m4s').length),
      'cache-control': 'private, max-age=600, immutable',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
  });

  test('playlists that name every segment, and nothing else', async () => {
    const master = await fetchFile('master.m3u8');
    expect(master.headers.get('Content-Type')).toBe('application/vnd.apple.mpegurl');
    expect(master.headers.get('Cache-Control')).toBe('no-store');
    const lines = (await textOf(master)).split('\n');
    expect(lines[0]).toBe('#EXTM3U');
    expect(lines.at(-3)).toContain('CODECS="avc1.64001f,mp4a.40.2"');
    expect(lines.at(-2)).toBe('video.m3u8');
    const named = (text: string) => [...text.matchAll(/^[^#\n]+$|(?<=URI=")[^"]+/gm)].map(([name]) => name);
    expect(named(await textOf(await fetchFile('video.m3u8')))).toEqual(demoFiles.slice(0, 3));
    expect(named(await textOf(await fetchFile('audio.m3u8')))).toEqual(demoFiles.slice(3));
  });

  test('a silent demo without a playlist of sound', async () => {
    const { id } = await made(bea, group, demoDraft());
    const files = await sendFiles(bea, group, id, demoFiles.slice(0, 3));
    const { audio: _, ...take } = (demo(files).body as { takes: [{ audio: unknown }] }).takes[0];
    expect((await put(bea, group, id, 1, demo(files, { takes: [take] }))).status).toBe(200);
    const silent = await ticketFor(ada, group, id);
    expect((await ask(`/files/${silent}/audio.m3u8`)).status).toBe(404);
    expect(await textOf(await ask(`/files/${silent}/master.m3u8`))).not.toContain('audio');
  });

  test('with HEAD: the same headers and no bytes', async () => {
    const [head, get] = [await fetchFile('t1-v-init.mp4', {}, 'HEAD'), await fetchFile('t1-v-init.mp4')];
    expect([head.status, await textOf(head)]).toEqual([200, '']);
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
  });

  test('a segment too large to be held in memory as it is, and not moved', async () => {
    const { id } = await made(bea, group, demoDraft());
    const name = 't1-v-0003.m4s';
    const bytes = new Uint8Array(limits.movedSegmentBytes + 1);
    await putFile(bea, group, id, { name, bytes });
    const folder = `/files/${await ticketFor(bea, group, id)}`;
    const statusOf = async (path: string, method = 'GET') => {
      const answer = await ask(`${folder}/${path}`, { method });
      await answer.arrayBuffer();
      return answer.status;
    };
    expect(await statusOf(name)).toBe(200);
    expect(await statusOf(`1/${name}`)).toBe(413);
    expect(await statusOf(`1/${name}`, 'HEAD')).toBe(413);
  });

  test('a segment moved on its clock, where the playlist asks for it so', async () => {
    const { id } = await made(bea, group, demoDraft());
    // A fragment that says nothing but its time: 100,000 ticks.
    const tfdt = [0, 0, 0, 20, 0x74, 0x66, 0x64, 0x74, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x86, 0xa0];
    const traf = [0, 0, 0, 28, 0x74, 0x72, 0x61, 0x66, ...tfdt];
    const segment = Uint8Array.from([0, 0, 0, 36, 0x6d, 0x6f, 0x6f, 0x66, ...traf]);
    const name = 't1-v-0003.m4s';
    const files = await sendFiles(bea, group, id, demoFiles);
    await putFile(bea, group, id, { name, bytes: segment });
    await put(bea, group, id, 1, demo([...files, await entryOf(name, segment)]));
    const folder = `/files/${await ticketFor(ada, group, id)}`;
    const ticksAt = async (path: string, headers: HeadersInit = {}) => {
      const answer = await ask(`${folder}/${path}`, { headers });
      return [answer.status, [...new Uint8Array(await answer.arrayBuffer())].slice(-3)];
    };
    expect(await ticksAt(name)).toEqual([200, [1, 0x86, 0xa0]]);
    expect(await ticksAt(`1/${name}`)).toEqual([200, [1, 0x86, 0xa1]]);
    expect(await ticksAt(`-100000/${name}`)).toEqual([200, [0, 0, 0]]);
    // A beginning after a day, on the finest clock.
    expect(await ticksAt(`-864000000000/${name}`)).toEqual([200, [0, 0, 0]]);
    expect(await ticksAt(`1/${name}`, { Range: 'bytes=-3' })).toEqual([206, [1, 0x86, 0xa1]]);
    const [moved, still] = [await ask(`${folder}/1/${name}`), await ask(`${folder}/${name}`)];
    expect(moved.headers.get('ETag')).not.toBe(still.headers.get('ETag'));
    expect(moved.headers.get('Content-Length')).toBe('36');
    for (const path of [
      `x/${name}`,
      `0/${name}`,
      `1.5/${name}`,
      '1/master.m3u8',
      '1/t1-v-init.mp4',
      `1/2/${name}`,
    ]) {
      expect((await ask(`${folder}/${path}`)).status, path).toBe(404);
    }
    const left = await ask(`${folder}/1/t1-v-0009.m4s`);
    expect(left.status).toBe(404);
  });

  test('without fetching again what the browser holds', async () => {
    const etag = (await fetchFile('t1-v-init.mp4')).headers.get('ETag') ?? '';
    expect((await fetchFile('t1-v-init.mp4', { 'If-None-Match': etag })).status).toBe(304);
    expect((await fetchFile('t1-v-init.mp4', { 'If-None-Match': '"x"' })).status).toBe(200);
  });
});

describe('a range', () => {
  const whole = () => contentOf('t1-v-init.mp4');
  const ranges: [
    header: string,
    status: number,
    part: (all: string) => string,
    range: (size: number) => string | null,
  ][] = [
    ['bytes=0-3', 206, (all) => all.slice(0, 4), (size) => `bytes 0-3/${size}`],
    ['bytes=4-', 206, (all) => all.slice(4), (size) => `bytes 4-${size - 1}/${size}`],
    ['bytes=-5', 206, (all) => all.slice(-5), (size) => `bytes ${size - 5}-${size - 1}/${size}`],
    ['bytes=-99999', 206, (all) => all, (size) => `bytes 0-${size - 1}/${size}`],
    ['bytes=2-99999', 206, (all) => all.slice(2), (size) => `bytes 2-${size - 1}/${size}`],
    ['bytes=99999-', 416, () => '', (size) => `bytes */${size}`],
    ['bytes=-0', 416, () => '', (size) => `bytes */${size}`],
    ['bytes=3-1', 200, (all) => all, () => null],
    ['bytes=0-1,3-4', 200, (all) => all, () => null],
    ['bytes=-', 200, (all) => all, () => null],
    ['words=0-3', 200, (all) => all, () => null],
  ];
  test.each(ranges)('%s is answered %i', async (header, status, part, range) => {
    const answer = await fetchFile('t1-v-init.mp4', { Range: header });
    expect([answer.status, await textOf(answer)]).toEqual([status, part(whole())]);
    expect(answer.headers.get('Content-Range')).toBe(range(whole().length));
  });

  test('of other bytes than the ones held is the whole', async () => {
    const answer = await fetchFile('t1-v-init.mp4', { Range: 'bytes=0-3', 'If-Range': '"other"' });
    expect([answer.status, await textOf(answer)]).toEqual([200, whole()]);
    const etag = answer.headers.get('ETag') ?? '';
    expect((await fetchFile('t1-v-init.mp4', { Range: 'bytes=0-3', 'If-Range': etag })).status).toBe(206);
  });
});

test('bytes that are lost are an error that no browser keeps', async () => {
  const { id } = await publishDemo(bea, group);
  await env.FILES.delete(`spaces/${group}/${id}/t1-v-init.mp4`);
  const answer = await ask(`/files/${await ticketFor(ada, group, id)}/t1-v-init.mp4`);
  expect([answer.status, await errorOf(answer)]).toEqual([404, { code: 'not-found' }]);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
});

describe('a ticket', () => {
  test('opens its own record alone, and what its manifest names', async () => {
    const other = await publishDemo(bea, group);
    const { id } = await made(bea, group, clip());
    for (const name of [
      'lead.jpg',
      'T1-V-INIT.MP4',
      'x',
      `..%2f${other.id}%2ft1-v-init.mp4`,
      'playlist.m3u8',
    ]) {
      expect((await fetchFile(name)).status).toBe(404);
    }
    expect((await ask(`/files/${await ticketFor(ada, group, id)}/master.m3u8`)).status).toBe(404);
  });

  test('forged, bent or cut short opens nothing', async () => {
    const { seal } = await ticketSeal('b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMTI');
    const pass = {
      space: group,
      record: shown.id,
      person: ada.id,
      device: ada.device,
      expiresAt: Date.now() + 60_000,
    };
    const [payload = '', signature = ''] = ticket.split('.');
    const forged = [
      await seal(pass),
      `${btoa(JSON.stringify({ ...pass, person: bea.id })).replaceAll('=', '')}.${signature}`,
      `${payload}.${'A'.repeat(43)}`,
      payload,
      `${payload}.`,
      `.${signature}`,
      ticket.slice(0, -1),
      `${ticket}A`,
      `${payload}${'A'.repeat((5 - (payload.length % 4)) % 4)}.${signature}`,
      'x',
    ];
    for (const bad of forged) expect((await ask(`/files/${bad}/t1-v-init.mp4`)).status).toBe(404);
  });

  test('that has run out says so', async () => {
    const { seal } = await ticketSeal(env.TICKET_KEY);
    const pass = { space: group, record: shown.id, person: ada.id, device: ada.device };
    const answer = await ask(`/files/${await seal({ ...pass, expiresAt: Date.now() - 1 })}/t1-v-init.mp4`);
    expect([answer.status, (await errorOf(answer)).code]).toEqual([410, 'ticket-expired']);
  });

  test.each([
    ['left the group', (person: Seeded, space: string) => removeMember(space, person)],
    ['lost the device', (person: Seeded) => revokeDevice(person)],
  ])('of somebody who %s opens nothing from then on', async (_, end) => {
    const cleo = await seedPerson();
    const space = await seedGroup(bea, cleo);
    const { id } = await publishDemo(bea, space);
    const held = await ticketFor(cleo, space, id);
    expect((await ask(`/files/${held}/master.m3u8`)).status).toBe(200);
    await end(cleo, space);
    for (const name of ['master.m3u8', 'video.m3u8', 't1-v-init.mp4']) {
      expect((await ask(`/files/${held}/${name}`)).status).toBe(404);
    }
  });

  test('of a record that was deleted opens nothing, though its bytes still lie there', async () => {
    const { id } = await publishDemo(bea, group);
    const held = await ticketFor(ada, group, id);
    await remove(bea, group, id);
    expect(await env.FILES.head(`spaces/${group}/${id}/t1-v-init.mp4`)).not.toBeNull();
    for (const name of ['master.m3u8', 't1-v-init.mp4']) {
      expect((await ask(`/files/${held}/${name}`)).status).toBe(404);
    }
  });

  test('of a draft is its author’s alone', async () => {
    const { id } = await made(bea, group, demoDraft());
    await sendFiles(bea, group, id, demoFiles);
    const answer = await ask(`/files/${await ticketFor(bea, group, id)}/t1-v-0001.m4s`);
    expect(await textOf(answer)).toBe(contentOf('t1-v-0001.m4s', id));
    const { seal } = await ticketSeal(env.TICKET_KEY);
    const others = await seal({
      space: group,
      record: id,
      person: ada.id,
      device: ada.device,
      expiresAt: Date.now() + 60_000,
    });
    expect((await ask(`/files/${others}/t1-v-0001.m4s`)).status).toBe(404);
  });

  test('opens nothing that was cut away', async () => {
    const { id } = await made(bea, group, demoDraft());
    const files = await sendFiles(bea, group, id, [...demoFiles, 't1-v-0003.m4s']);
    const held = await ticketFor(bea, group, id);
    expect((await ask(`/files/${held}/t1-v-0003.m4s`)).status).toBe(200);
    await put(bea, group, id, 1, demo(files.slice(0, -1)));
    expect((await ask(`/files/${held}/t1-v-0003.m4s`)).status).toBe(404);
    expect((await ask(`/files/${held}/t1-v-0002.m4s`)).status).toBe(200);
  });
});
