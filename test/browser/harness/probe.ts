import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

type Probed = { codecs: string[]; seconds: number };

/** What ffprobe finds at an address: codecs in order, and the length that decoding it gives. */
export const probe = async (url: string): Promise<Probed> => {
  const args = [
    '-v',
    'error',
    '-print_format',
    'json',
    '-show_streams',
    '-show_format',
    '-allowed_extensions',
    'ALL',
  ];
  const { stdout } = await promisify(execFile)('ffprobe', [...args, '-extension_picky', '0', url]).catch(() =>
    promisify(execFile)('ffprobe', [...args, url]),
  );
  // ffprobe's own form; asked for just above.
  const found = JSON.parse(stdout) as { streams: { codec_name: string }[]; format: { duration: string } };
  return {
    codecs: found.streams.map((stream) => stream.codec_name).sort(),
    seconds: Number(found.format.duration),
  };
};
