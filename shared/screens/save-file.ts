/** What no file system takes, and what turns writing around; the rest is kept as it is, in whatever script. */
const refused = /[\\/:*?"<>|\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;
const mostLength = 80;

/** A file's name from a title: `Exit tickets.mp4`. `otherwise` where nothing of the title can be kept. */
export const fileNameOf = (title: string, otherwise: string, ending: string): string => {
  const words = title.replace(refused, ' ').replace(/\s+/g, ' ').trim();
  const short = Array.from(words).slice(0, mostLength).join('');
  return `${short.replace(/^\.+|[. ]+$/g, '') || otherwise}.${ending}`;
};

/** Hands a file to the browser, which keeps it where downloads go. */
export const saveFile = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads it after the click; how long a large one takes is not said.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
