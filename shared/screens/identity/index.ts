export { DevicesScreen } from './DevicesScreen.tsx';
export { JoinScreen } from './JoinScreen.tsx';
export { RecoverScreen } from './RecoverScreen.tsx';
export { SetUpScreen } from './SetUpScreen.tsx';
export { SignInScreen } from './SignInScreen.tsx';
export { WelcomeScreen } from './WelcomeScreen.tsx';
