import { expect, it } from 'vitest';
import { readProbe } from '../../../shared/recording/bring/read-probe.ts';

const picture = { codec_type: 'video', codec_name: 'mpeg4', width: 640, height: 480, avg_frame_rate: '25/1' };
const sound = { codec_type: 'audio', codec_name: 'mp3' };
const read = (streams: object[], format: object = {}) =>
  readProbe(JSON.stringify({ format: { format_name: 'avi', duration: '12.5', ...format }, streams }));

it('says how long, how large and how fast', () => {
  expect(read([picture, sound])).toEqual({
    seconds: 12.5,
    shown: { width: 640, height: 480 },
    rate: 25,
    hasSound: true,
  });
});

it.each([
  ['wide pixels', { sample_aspect_ratio: '16:15', width: 720, height: 576 }, { width: 768, height: 576 }],
  ['on its side', { side_data_list: [{ rotation: -90 }] }, { width: 480, height: 640 }],
  ['upside down', { side_data_list: [{ rotation: 180 }] }, { width: 640, height: 480 }],
  ['a ratio that it does not know', { sample_aspect_ratio: '0:1' }, { width: 640, height: 480 }],
])('sees %s', (_, more, shown) => {
  expect(read([{ ...picture, ...more }]).shown).toEqual(shown);
});

it.each([
  ['nothing', '', 'video-broken'],
  ['no JSON', '{', 'video-broken'],
  ['no format', '{"streams":[]}', 'video-broken'],
])('takes %s for %s: %s', (_, json, code) => {
  expect(() => readProbe(json)).toThrow(code);
});

it.each([
  ['a text, which ffmpeg plays like a film', [picture], { format_name: 'tty' }, 'not-a-video'],
  ['a picture', [picture], { format_name: 'png_pipe' }, 'not-a-video'],
  ['a list of other files', [picture], { format_name: 'concat' }, 'not-a-video'],
  ['sound', [sound], {}, 'video-without-picture'],
  [
    'sound with its cover',
    [{ ...picture, disposition: { attached_pic: 1 } }, sound],
    {},
    'video-without-picture',
  ],
  ['what needs a key', [{ ...picture, codec_tag_string: 'drmi' }], {}, 'video-encrypted'],
  ['no length', [picture], { duration: 'N/A' }, 'video-broken'],
  ['no size', [{ ...picture, width: 0 }], {}, 'video-broken'],
])('refuses %s', (_, streams, format, code) => {
  expect(() => read(streams, format)).toThrow(code);
});
