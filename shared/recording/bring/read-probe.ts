import * as z from 'zod/mini';
import type { Size } from '../capture/compose/layout.ts';
import { RecordingError } from '../recording-error.ts';

/** ffprobe's `-of json`; what it does not know it leaves out, or writes as `N/A` or `0/0`. */
const Probe = z.object({
  format: z.optional(z.object({ format_name: z.string(), duration: z.optional(z.string()) })),
  streams: z.optional(
    z.array(
      z.object({
        codec_type: z.optional(z.string()),
        codec_name: z.optional(z.string()),
        codec_tag_string: z.optional(z.string()),
        width: z.optional(z.number()),
        height: z.optional(z.number()),
        sample_aspect_ratio: z.optional(z.string()),
        avg_frame_rate: z.optional(z.string()),
        duration: z.optional(z.string()),
        disposition: z.optional(z.object({ attached_pic: z.optional(z.number()) })),
        side_data_list: z.optional(z.array(z.object({ rotation: z.optional(z.number()) }))),
      }),
    ),
  ),
});
type Stream = NonNullable<z.infer<typeof Probe>['streams']>[number];

/** ffmpeg takes a picture, a text or a list of files for a video too; these are what cameras and programs wrote. */
const containers =
  /^(avi|asf|mov|matroska|mpeg|mpegts|mpegvideo|flv|rm|dv|ogg|mxf|wtv|h264|hevc|m4v|ivf|gif)(,|$)/;

/** What sample descriptions are called whose content needs a key (ISO/IEC 14496-12 §8.12; Apple's FairPlay). */
const locked = ['encv', 'drmi'];

/** `30000/1001` or `4:3`; 0 where it says nothing. */
const ratio = (text = ''): number => {
  const [over = 0, under = 1] = text.split(/[:/]/).map(Number);
  return over > 0 && under > 0 ? over / under : 0;
};

const shownSize = (stream: Stream): Size => {
  const { width = 0, height = 0, sample_aspect_ratio, side_data_list = [] } = stream;
  const wide = Math.round(width * (ratio(sample_aspect_ratio) || 1));
  const turned = side_data_list.some(({ rotation = 0 }) => Math.abs(rotation) % 180 === 90);
  return turned ? { width: height, height: wide } : { width: wide, height };
};

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch (error) {
    // Over a damaged file ffprobe may stop in the middle of a word.
    throw new RecordingError('video-broken', error);
  }
};

/** What ffprobe says of a file, as far as it matters here. Throws RecordingError where it cannot be brought. */
export const readProbe = (json: string) => {
  const { format, streams = [] } = Probe.safeParse(parse(json)).data ?? {};
  if (!format) throw new RecordingError('video-broken');
  if (!containers.test(format.format_name)) throw new RecordingError('not-a-video');
  const picture = streams.find(
    ({ codec_type, disposition }) => codec_type === 'video' && disposition?.attached_pic !== 1,
  );
  const sound = streams.find(({ codec_type }) => codec_type === 'audio');
  if (!picture) throw new RecordingError(sound ? 'video-without-picture' : 'video-broken');
  if (locked.includes(picture.codec_tag_string ?? '')) throw new RecordingError('video-encrypted');
  const shown = shownSize(picture);
  const seconds = Number(format.duration ?? picture.duration);
  if (!(seconds > 0) || !(shown.width > 0 && shown.height > 0)) throw new RecordingError('video-broken');
  return { seconds, shown, rate: ratio(picture.avg_frame_rate), hasSound: sound !== undefined };
};
