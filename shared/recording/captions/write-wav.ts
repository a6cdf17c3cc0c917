import { type Speech, speechRate } from './speech.ts';

const headerBytes = 44;

/** 16-bit PCM in a WAV (RIFF) file: 32,000 bytes a second, which every recogniser reads. */
export const writeWav = (speech: Speech): Blob => {
  const header = new DataView(new ArrayBuffer(headerBytes));
  const bytes = speech.length * 2;
  const word = (at: number, text: string) =>
    Array.from(text, (char, index) => header.setUint8(at + index, char.charCodeAt(0)));
  word(0, 'RIFF');
  header.setUint32(4, headerBytes - 8 + bytes, true);
  word(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, speechRate, true);
  header.setUint32(28, speechRate * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  word(36, 'data');
  header.setUint32(40, bytes, true);
  const samples = new DataView(new ArrayBuffer(bytes));
  speech.forEach((value, at) => {
    samples.setInt16(at * 2, Math.round(Math.max(-1, Math.min(1, value)) * 0x7fff), true);
  });
  return new Blob([header, samples], { type: 'audio/wav' });
};
