import { z } from 'zod';
import { Cursor, Id, Instant, typed } from '../../members/schema';

/** Whom an invoice is made out to; a company has a tax number. */
const InvoiceTitle = z.object({
  kind: z.enum(['person', 'company']),
  title: typed(60),
  taxNumber: z
    .string()
    .regex(/^[0-9A-Z]{15,20}$/)
    .optional(),
  email: z.email().max(100).optional(),
});
export type InvoiceTitle = z.output<typeof InvoiceTitle>;

/** Asks for an invoice of an order of mine; asking again before it is issued changes the title. */
export const AskInvoice = InvoiceTitle.extend({ orderId: Id });
export type AskInvoice = z.output<typeof AskInvoice>;

/** My request: its title masked, what it comes to after refunds (fen), and the number once it is issued. */
export const MyInvoice = z.object({
  invoice: z
    .object({
      kind: z.enum(['person', 'company']),
      titleMask: z.string(),
      state: z.enum(['asked', 'issued']),
      amountFen: z.number().int(),
      invoiceNumber: z.string().nullable(),
      askedAt: Instant,
      issuedAt: Instant.nullable(),
    })
    .nullable(),
  /** What an invoice would be made out for now, in fen. */
  amountFen: z.number().int(),
});

export const ListInvoices = z.object({
  state: z.enum(['asked', 'issued']).default('asked'),
  cursor: Cursor.optional(),
});
export type ListInvoices = z.output<typeof ListInvoices>;
export const InvoicePage = z.object({
  items: z.array(
    InvoiceTitle.extend({
      orderId: Id,
      number: z.string(),
      state: z.enum(['asked', 'issued']),
      amountFen: z.number().int(),
      invoiceNumber: z.string().nullable(),
      askedAt: Instant,
    }),
  ),
  next: Cursor.nullable(),
});

export const IssueInvoice = z.object({
  orderId: Id,
  invoiceNumber: z.string().regex(/^[0-9A-Za-z-]{6,30}$/),
});
export type IssueInvoice = z.output<typeof IssueInvoice>;
