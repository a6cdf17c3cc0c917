import type { Segment, Take, Track } from '../../contract/kinds/demo.ts';

export type Rendition = 'video' | 'audio';
type Described = { codec: string; width: number; height: number };

/** Puts a take together from what the muxer closes; what it says is always playable, whatever comes after. */
export const createTakeBuilder = () => {
  const described: Partial<Record<Rendition, Described>> = {};
  const inits: Partial<Record<Rendition, { init: string; timescale: number }>> = {};
  const segments: Record<Rendition, Segment[]> = { video: [], audio: [] };

  const track = (rendition: Rendition): (Track & Described) | null => {
    const init = inits[rendition];
    const codec = described[rendition];
    if (!init || !codec || segments[rendition].length === 0) return null;
    return { ...init, ...codec, segments: [...segments[rendition]] };
  };

  return {
    describe(rendition: Rendition, codec: string, width = 0, height = 0): void {
      described[rendition] = { codec, width, height };
    },
    init(rendition: Rendition, name: string, timescale: number): void {
      inits[rendition] = { init: name, timescale };
    },
    segment(rendition: Rendition, segment: Segment): void {
      segments[rendition].push(segment);
    },
    /** The take as far as it is closed; null while no stretch of both picture and sound is. */
    take(): Take | null {
      const video = track('video');
      const audio = track('audio');
      if (!video || !audio) return null;
      const { width: _, height: __, ...sound } = audio;
      return { video, audio: sound };
    },
  };
};
