import { afterSalesApi } from '../../domains/after-sales/api';
import { cartApi } from '../../domains/cart/api';
import { catalogueApi } from '../../domains/catalogue/api';
import { couponsApi } from '../../domains/coupons/api';
import { deliveryApi } from '../../domains/delivery/api';
import { guidesApi } from '../../domains/guides/api';
import { mediaApi } from '../../domains/media/api';
import { membersApi } from '../../domains/members/api';
import { messagingApi } from '../../domains/messaging/api';
import { pointsApi } from '../../domains/points/api';
import { ordersApi } from '../../domains/orders/api';
import { paymentsApi } from '../../domains/payments/api';
import { promotionsApi } from '../../domains/promotions/api';
import { referralApi } from '../../domains/referral/api';
import { reviewsApi } from '../../domains/reviews/api';
import { reportsApi } from '../../domains/reports/api';
import { Me, SignIn } from '../../domains/members/schema';
import { walletApi } from '../../domains/wallet/api';
import { procedure } from '../../domains/registry';
import type { InputOf, OutputOf } from '../../platform/procedure';
import { signIn } from './sign-in';

/** Everything that a phone may ask, of all rooms. */
export const procedures = {
  'members.signIn': procedure({
    for: ['visitor'],
    about: 'Joins on first use and takes over what the visitor did before',
    input: SignIn,
    output: Me,
    run: signIn,
  }),
  ...membersApi,
  ...catalogueApi,
  ...mediaApi,
  ...promotionsApi,
  ...pointsApi,
  ...walletApi,
  ...couponsApi,
  ...guidesApi,
  ...referralApi,
  ...cartApi,
  ...paymentsApi,
  ...ordersApi,
  ...afterSalesApi,
  ...reviewsApi,
  ...deliveryApi,
  ...messagingApi,
  ...reportsApi,
};

type Procedures = typeof procedures;
export type ProcedureName = keyof Procedures;
export type Input<Name extends ProcedureName> = InputOf<Procedures, Name>;
export type Output<Name extends ProcedureName> = OutputOf<Procedures, Name>;
