/** W3C mediacapture-extensions §10, not in TypeScript's DOM yet: the system's own blur, where the camera has it. */
type WithBlur<T> = T & { backgroundBlur?: T extends MediaTrackCapabilities ? boolean[] : boolean };

/** Whether there is something to choose: some systems have it always on, or never. */
export const canBlur = (camera: MediaStreamTrack): boolean => {
  const { backgroundBlur }: WithBlur<MediaTrackCapabilities> = camera.getCapabilities?.() ?? {};
  return backgroundBlur?.includes(true) === true && backgroundBlur.includes(false);
};

export const setBlur = (camera: MediaStreamTrack, isBlurred: boolean): Promise<void> => {
  const wanted: WithBlur<MediaTrackConstraints> = { backgroundBlur: isBlurred };
  return camera.applyConstraints(wanted);
};
