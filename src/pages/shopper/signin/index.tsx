import { SignInScreen } from '../../../features/points/SignInScreen';

/** Signing in day by day. */
export default function SignInPage() {
  return <SignInScreen />;
}
