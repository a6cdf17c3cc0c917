/** The newest picture of a stream; one that comes later takes its place. `onPicture` is told of each. */
export const createNewestPicture = (onPicture: () => void) => {
  let newest: VideoFrame | null = null;
  let reader: ReadableStreamDefaultReader<VideoFrame> | null = null;
  const read = async (from: ReadableStreamDefaultReader<VideoFrame>): Promise<void> => {
    for (;;) {
      const { value } = await from.read();
      if (!value) return;
      // Another camera was chosen while this one's picture was on its way.
      if (from !== reader) return value.close();
      newest?.close();
      newest = value;
      onPicture();
    }
  };
  return {
    get picture() {
      return newest;
    },
    /** Null: nothing more comes, and what there was is gone. */
    follow(pictures: ReadableStream<VideoFrame> | null): void {
      reader?.cancel().catch(console.info);
      reader = pictures?.getReader() ?? null;
      if (reader) void read(reader);
      else {
        newest?.close();
        newest = null;
      }
    },
  };
};
