import { Nothing } from '../members/schema';
import { procedure } from '../registry';
import {
  ExchangeCoupon,
  ExchangedCoupon,
  ListEntries,
  MyPoints,
  PointsPage,
  PointsShop,
  ShowMonth,
  SignedIn,
  SignInMonth,
} from './schema';
import { exchangeCoupon, showShop } from './usecases/exchange';
import { listEntries, showMine } from './usecases/mine';
import { showMonth, signIn } from './usecases/sign-in';

/** What the points room offers to the phone. */
export const pointsApi = {
  'points.mine': procedure({
    for: ['shopper'],
    about: 'My points, growth and level, and what is near its end',
    input: Nothing,
    output: MyPoints,
    run: showMine,
  }),
  'points.entries': procedure({
    for: ['shopper'],
    about: 'What moved my points, newest first',
    input: ListEntries,
    output: PointsPage,
    run: listEntries,
  }),
  'points.signIn': procedure({
    for: ['shopper'],
    about: 'Signs in for today, once a day of the shop',
    input: Nothing,
    output: SignedIn,
    run: signIn,
  }),
  'points.signInMonth': procedure({
    for: ['shopper'],
    about: 'A month of my sign-ins and what the coming days give',
    input: ShowMonth,
    output: SignInMonth,
    run: showMonth,
  }),
  'points.shop': procedure({
    for: ['shopper'],
    about: 'What I can have for points: coupons and goods',
    input: Nothing,
    output: PointsShop,
    run: showShop,
  }),
  'points.exchangeCoupon': procedure({
    for: ['shopper'],
    about: 'A coupon for points, once per key',
    input: ExchangeCoupon,
    output: ExchangedCoupon,
    run: exchangeCoupon,
  }),
};
