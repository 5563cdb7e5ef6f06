import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import type { Me } from '../../stores/session';
import { Ask } from '../../ui/Ask';
import { Page } from '../../ui/Page';
import { MeHead } from './MeHead';
import { MeSkeleton } from './MeSkeleton';
import { NoticesSheet } from './NoticesSheet';
import { ProfileSheet } from './ProfileSheet';
import { AboutSheet, MyGuideSheet, type MeSheet } from './ServiceSheets';
import { Services } from './Services';
import { SignInCard } from './SignInCard';
import { useMine, type Mine } from './useMine';
import './MeScreen.scss';

type Guide = NonNullable<Mine['guide']>;

interface MeScreenProps {
  tabBar: ReactNode;
  /** My orders by how they stand. */
  ordersRow: (counts: Mine['counts']) => ReactNode;
  guideCard: (guide: Guide) => ReactNode;
  /** What a member may refuse. */
  preferences: ReactNode;
}

/** The page about me: who I am, my orders, my guide, services. */
export function MeScreen({ tabBar, ordersRow, guideCard, preferences }: MeScreenProps) {
  const { me, signedIn, state } = useMine();
  const [sheet, setSheet] = useState<MeSheet>('nothing');
  const close = () => setSheet('nothing');
  const guide = state.phase === 'ready' ? state.value.guide : null;
  return (
    <Page title="我的" tab bar={tabBar}>
      {signedIn ? (
        <Ask state={state} skeleton={<MeSkeleton />}>
          {({ counts }) =>
            me === null ? (
              <MeSkeleton />
            ) : (
              <Signed me={me} onSheet={setSheet}>
                {ordersRow(counts)}
                {guide === null ? null : <View className="me-guide">{guideCard(guide)}</View>}
              </Signed>
            )
          }
        </Ask>
      ) : (
        <SignInCard />
      )}
      {me === null ? null : <ProfileSheet me={me} open={sheet === 'profile'} onClose={close} />}
      <NoticesSheet open={sheet === 'notices'} onClose={close} />
      <MyGuideSheet open={sheet === 'guide'} onClose={close}>
        {guide === null ? null : guideCard(guide)}
      </MyGuideSheet>
      <AboutSheet open={sheet === 'about'} onClose={close}>
        {signedIn ? preferences : null}
      </AboutSheet>
    </Page>
  );
}

interface SignedProps {
  me: Me;
  onSheet: (sheet: MeSheet) => void;
  children: ReactNode;
}

function Signed({ me, onSheet, children }: SignedProps) {
  return (
    <>
      <MeHead me={me} onEdit={() => onSheet('profile')} />
      {children}
      <Services role={me.staff?.role ?? null} onSheet={onSheet} />
    </>
  );
}
