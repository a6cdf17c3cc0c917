import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import { NotLoadedScreen } from '../../shared/screens/shell/NotLoadedScreen.tsx';

/** Fetched when it is first opened; a screen that says so stands in for one that does not come. */
const onDemand = <P>(load: () => Promise<ComponentType<P>>): ComponentType<P> =>
  lazy(() =>
    load().catch((error: unknown) => {
      console.warn(error);
      return NotLoadedScreen;
    }),
  );

const identity = () => import('../../shared/screens/identity/index.ts');
const groups = () => import('../../shared/screens/group/index.ts');

export const SetUpScreen = onDemand(() => identity().then((found) => found.SetUpScreen));
export const JoinScreen = onDemand(() => identity().then((found) => found.JoinScreen));
export const SignInScreen = onDemand(() => identity().then((found) => found.SignInScreen));
export const RecoverScreen = onDemand(() => identity().then((found) => found.RecoverScreen));
export const WelcomeScreen = onDemand(() => identity().then((found) => found.WelcomeScreen));
export const DevicesScreen = onDemand(() => identity().then((found) => found.DevicesScreen));
export const NewGroupScreen = onDemand(() => groups().then((found) => found.NewGroupScreen));
export const PeopleScreen = onDemand(() => groups().then((found) => found.PeopleScreen));

export const QueueScreen = onDemand(() =>
  import('../../shared/screens/queue/QueueScreen.tsx').then((found) => found.QueueScreen),
);
export const ReaderScreen = onDemand(() =>
  import('../../shared/screens/reader/ReaderScreen.tsx').then((found) => found.ReaderScreen),
);
export const FeedScreen = onDemand(() =>
  import('../../shared/screens/feed/FeedScreen.tsx').then((found) => found.FeedScreen),
);
export const DemoScreen = onDemand(() =>
  import('../../shared/screens/demo/DemoScreen.tsx').then((found) => found.DemoScreen),
);
export const RecorderScreen = onDemand(() =>
  import('../../shared/screens/recorder/RecorderScreen.tsx').then((found) => found.RecorderScreen),
);
