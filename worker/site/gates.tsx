import type { ComponentType } from 'preact';
import { useVisit } from '../../shared/screens/identity/visit-context.ts';
import { Shell } from '../../shared/screens/shell/Shell.tsx';
import { VisitorFrame } from '../../shared/screens/shell/VisitorFrame.tsx';
import { SignInScreen } from './screens.ts';

/** A screen for whoever comes, signed in or not. */
export const forVisitors = (Screen: ComponentType) => () => (
  <VisitorFrame>
    <Screen />
  </VisitorFrame>
);

/** Stands in for a screen that needs a person, and gives way to it as soon as there is one. */
export const SignInHere = forVisitors(SignInScreen);

/** A screen of somebody's own, outside of any group. */
export const forPeople =
  (Screen: ComponentType, Otherwise: ComponentType = SignInHere) =>
  () =>
    useVisit().me ? (
      <Shell group={null} place={null}>
        <Screen />
      </Shell>
    ) : (
      <Otherwise />
    );
