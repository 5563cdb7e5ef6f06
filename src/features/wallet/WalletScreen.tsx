import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { yuanText } from '../../../cloudfunctions/kit/money';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { toast } from '../../ui/toast';
import { Entries } from './Entries';
import { Plans } from './Plans';
import { RechargeResult } from './RechargeResult';
import { TermsRow } from './TermsRow';
import { useRecharging } from './useRecharging';
import { useWallet, type WalletPiece } from './useWallet';
import { WalletHead } from './WalletHead';
import { WalletSkeleton } from './WalletSkeleton';
import type { MyWallet } from './words';

interface WalletScreenProps {
  /** The recharge that a browser comes back from paying, if any. */
  paidId: string | undefined;
}

/** My stored value; or, coming from the pay sheet, how the recharge went. */
export function WalletScreen({ paidId }: WalletScreenProps) {
  const [resultId, setResultId] = useState(paidId ?? '');
  if (resultId === '') return <Wallet onPaid={setResultId} />;
  return <RechargeResult rechargeId={resultId} onDone={() => setResultId('')} />;
}

function Wallet({ onPaid }: { onPaid: (rechargeId: string) => void }) {
  const { state, morePhase, moreSay, more } = useWallet();
  const [payFen, setPayFen] = useState<number | null>(null);
  const [agreed, setAgreed] = useState(false);
  const { busy, recharge } = useRecharging(onPaid);
  const mine = state.phase === 'ready' ? (state.value.items[0]?.mine ?? null) : null;
  const chosen = chosenPlan(mine, payFen);

  function pay() {
    if (chosen === null) return;
    if (!agreed) toast('请先阅读并同意储值说明');
    else void recharge(chosen.payFen);
  }

  return (
    <Page
      title="我的余额"
      bar={
        chosen === null ? null : (
          <BottomBar>
            <Button id="recharge" loading={busy} onTap={pay}>
              {`充值 ¥${yuanText(chosen.payFen)}`}
            </Button>
          </BottomBar>
        )
      }
    >
      <Ask state={state} skeleton={<WalletSkeleton />}>
        {({ items }) => (
          <Pieces
            pieces={items}
            more={<More phase={morePhase} say={moreSay} onMore={() => void more()} />}
          >
            {mine === null || chosen === null ? null : (
              <>
                <Plans plans={mine.plans} chosen={chosen.payFen} onChoose={setPayFen} />
                <TermsRow
                  terms={mine.terms}
                  agreed={agreed}
                  onToggle={() => setAgreed((before) => !before)}
                />
              </>
            )}
          </Pieces>
        )}
      </Ask>
    </Page>
  );
}

interface PiecesProps {
  pieces: readonly WalletPiece[];
  more: ReactNode;
  /** Between the balance and what moved it. */
  children: ReactNode;
}

function Pieces({ pieces, more, children }: PiecesProps) {
  const mine = pieces[0]?.mine ?? null;
  const entries = pieces.flatMap((piece) => piece.entries);
  return (
    <>
      {mine === null ? null : <WalletHead mine={mine} />}
      <View>{children}</View>
      <Entries entries={entries} />
      {entries.length === 0 ? null : more}
    </>
  );
}

/** The plan that is chosen; at first the first one; null where recharging is closed. */
function chosenPlan(
  mine: MyWallet | null,
  payFen: number | null,
): MyWallet['plans'][number] | null {
  const plans = mine?.plans ?? [];
  return plans.find((plan) => plan.payFen === payFen) ?? plans[0] ?? null;
}
