import { z } from 'zod';
import { Instant } from '../members/schema';

/** What `wx.requestPayment` takes. */
const PhonePayment = z.object({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
});

export const Prepaid = z.object({ payment: PhonePayment, expiresAt: Instant });

export const PaymentState = z.object({ paid: z.boolean(), state: z.string() });
