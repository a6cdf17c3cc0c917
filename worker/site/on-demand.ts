import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import { NotLoadedScreen } from '../../shared/screens/shell/NotLoadedScreen.tsx';

export type OnDemand<P> = ComponentType<P> & { preload: () => Promise<unknown> };

/** A screen that is fetched when it is first opened; one that says so stands in for one that does not come. */
export const onDemand = <P>(load: () => Promise<ComponentType<P>>): OnDemand<P> =>
  lazy(() =>
    load().catch((error: unknown) => {
      console.warn(error);
      return NotLoadedScreen;
    }),
  );
