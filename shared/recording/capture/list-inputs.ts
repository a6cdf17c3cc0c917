export type Input = { id: string; label: string };
export type Inputs = { cameras: Input[]; microphones: Input[] };

/** What can be chosen. Browsers give names and ids only after the person has allowed a camera once. */
export const listInputs = async (): Promise<Inputs> => {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  const ofKind = (kind: MediaDeviceKind): Input[] =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { cameras: ofKind('videoinput'), microphones: ofKind('audioinput') };
};
