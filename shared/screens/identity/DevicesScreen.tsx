import { m } from '../../messages/paraglide/messages.js';
import { Title } from '../../ui/Title.tsx';
import { useTitle } from '../use-title.ts';
import { ChoicesSection } from './ChoicesSection.tsx';
import { ConnectSection } from './ConnectSection.tsx';
import { DevicesSection } from './DevicesSection.tsx';
import { PasskeySection } from './PasskeySection.tsx';
import { ProfileSection } from './ProfileSection.tsx';
import { RecoverySection } from './RecoverySection.tsx';
import { SignOutSection } from './SignOutSection.tsx';

/** Everything about oneself and the devices one uses. */
export const DevicesScreen = () => {
  useTitle(m.identity_devices_title());
  return (
    <>
      <Title>{m.identity_devices_title()}</Title>
      <DevicesSection />
      <ConnectSection />
      <RecoverySection />
      <PasskeySection />
      <ProfileSection />
      <ChoicesSection />
      <SignOutSection />
    </>
  );
};
