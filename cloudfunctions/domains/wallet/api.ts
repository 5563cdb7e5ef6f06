import { Nothing } from '../members/schema';
import { procedure } from '../registry';
import {
  ListWallet,
  MyWallet,
  Prepaid,
  Recharge,
  RechargeId,
  RechargePayment,
  StartRecharge,
  WalletPage,
} from './schema';
import { listWallet, showWallet } from './usecases/mine';
import { checkRecharge, prepayRecharge, startRecharge } from './usecases/recharge';

/** What the wallet room offers to the phone. */
export const walletApi = {
  'wallet.mine': procedure({
    for: ['shopper'],
    about: 'My stored value, and what may be recharged',
    input: Nothing,
    output: MyWallet,
    run: showWallet,
  }),
  'wallet.entries': procedure({
    for: ['shopper'],
    about: 'What moved my stored value, newest first',
    input: ListWallet,
    output: WalletPage,
    run: listWallet,
  }),
  'wallet.recharge': procedure({
    for: ['shopper'],
    about: 'Starts a recharge by one of the plans, once per key',
    input: StartRecharge,
    output: Recharge,
    run: startRecharge,
  }),
  'wallet.prepay': procedure({
    for: ['shopper'],
    about: 'What the phone needs to open the pay sheet for a recharge',
    input: RechargeId,
    output: Prepaid,
    run: prepayRecharge,
  }),
  'wallet.checkPayment': procedure({
    for: ['shopper'],
    about: 'Asks WeChat Pay whether a recharge of mine was paid',
    input: RechargeId,
    output: RechargePayment,
    run: checkRecharge,
  }),
};
