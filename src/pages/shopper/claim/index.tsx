import { useEffect } from 'react';
import { ClaimScreen } from '../../../features/coupons/ClaimScreen';
import { askBesides, useSubscriptions } from '../../../stores/subscribe';

/** Coupons that anybody may take; whoever takes one may be told before it ends. */
export default function ClaimPage() {
  const learn = useSubscriptions((all) => all.learn);
  useEffect(() => {
    void learn();
  }, [learn]);
  return <ClaimScreen onTaking={() => void askBesides('claim')} />;
}
