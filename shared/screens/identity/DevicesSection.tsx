import { Laptop, Puzzle } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Device } from '../../contract/people.ts';
import { m } from '../../messages/paraglide/messages.js';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Time } from '../../ui/Time.tsx';
import { UserText } from '../../ui/UserText.tsx';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { RemoteNotice } from '../RemoteNotice.tsx';
import { useRemote } from '../use-remote.ts';
import css from './DevicesSection.module.css';

const kinds = {
  page: { icon: Laptop, words: m.identity_device_page },
  extension: { icon: Puzzle, words: m.identity_device_extension },
};

const DeviceLine = ({ device, onEnd }: { device: Device; onEnd: () => void }) => {
  const { icon: Icon, words } = kinds[device.kind];
  return (
    <li class={css.device}>
      <Icon aria-hidden="true" />
      <div class={css.words}>
        <p class={css.name}>
          <UserText text={device.name} />
          {device.current && <span class={css.here}>{m.identity_device_this()}</span>}
        </p>
        <p class={css.detail}>
          {words()}, {m.identity_device_since()} <Time atMs={device.createdAt} />
        </p>
      </div>
      {!device.current && (
        <Button label={m.identity_device_sign_out_named({ device: device.name })} onClick={onEnd}>
          {m.identity_device_sign_out()}
        </Button>
      )}
    </li>
  );
};

/** Where one is signed in. The device at hand signs out further down, with what that means for it. */
export const DevicesSection = () => {
  const { client } = useApp();
  const devices = useRemote(() => client.devices(), [client]);
  const [ending, setEnding] = useState<Device | null>(null);
  return (
    <Section title={m.identity_devices_where()} lead={m.identity_devices_lead()}>
      <RemoteNotice remote={devices} />
      <ul class={css.devices}>
        {devices.value?.map((device) => (
          <DeviceLine key={device.id} device={device} onEnd={() => setEnding(device)} />
        ))}
      </ul>
      <ConfirmDialog
        open={ending !== null}
        title={ending ? m.identity_device_sign_out_title({ device: ending.name }) : ''}
        confirm={m.identity_device_sign_out()}
        onConfirm={async () => {
          if (ending) await client.revokeDevice(ending.id);
          devices.again();
          announce(m.identity_device_signed_out());
        }}
        onClose={() => setEnding(null)}
      >
        <p>{m.identity_device_sign_out_confirm()}</p>
      </ConfirmDialog>
    </Section>
  );
};
