import { z } from 'zod';
import { plainText } from '../../kit/text';

/** Text that people type: hidden characters removed, 1 to `most` characters left. */
export const typed = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform(plainText)
    .pipe(z.string().min(1).max(most));

/** Text that people may leave empty. */
export const typedOrEmpty = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform(plainText)
    .pipe(z.string().max(most));

export const Id = z.uuid();

/** An instant in ms since 1970. */
export const Instant = z.number().int();

/** A page of a list: `next` asks for the page after, null at the end. */
export const Cursor = z.string().max(200);

/** The client's key for one deed: the same key and body give the same answer. */
export const DeedKey = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/);

export const SignIn = z.object({ visitorId: Id.optional() });
export type SignIn = z.output<typeof SignIn>;

export const Me = z.object({
  memberId: Id,
  nickname: z.string(),
  avatarUrl: z.string(),
  phoneMask: z.string().nullable(),
  /** `YYYY-MM-DD`; null until she says it. */
  birthday: z.string().nullable(),
  joinedAt: Instant,
  /** What this person is besides a shopper. */
  staff: z
    .object({ staffId: Id, role: z.enum(['guide', 'manager']), name: z.string(), storeId: Id })
    .nullable(),
});
export type Me = z.output<typeof Me>;

/** Where a person's picture may lie: in the shop, in its cloud, or on the web; never a script or a half-hidden host. */
const PictureUrl = z
  .string()
  .regex(/^$|^(\/(?!\/)|cloud:\/\/|https:\/\/)[\x21-\x5b\x5d-\x7e]{1,490}$/);

export const SaveProfile = z.object({
  nickname: typed(24),
  avatarUrl: PictureUrl.optional(),
  /** A day that was, in 1900 or later. */
  birthday: z.iso
    .date()
    .refine((day) => day >= '1900', '请填写 1900 年以后的日期')
    .optional(),
});
export type SaveProfile = z.output<typeof SaveProfile>;

const Phone = z.string().regex(/^1[3-9]\d{9}$/, '手机号应为 11 位');

export const SaveAddress = z.object({
  addressId: Id.optional(),
  name: typed(20),
  phone: Phone,
  /** Six digits of the district, such as 310104. */
  regionCode: z.string().regex(/^\d{6}$/),
  detail: typed(80),
  isDefault: z.boolean().default(false),
});
export type SaveAddress = z.output<typeof SaveAddress>;

/** An address as its member sees it: her own data, whole. */
export const Address = z.object({
  addressId: Id,
  name: z.string(),
  phone: z.string(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  regionCode: z.string(),
  detail: z.string(),
  isDefault: z.boolean(),
});
export type Address = z.output<typeof Address>;

export const RemoveAddress = z.object({ addressId: Id });
export type RemoveAddress = z.output<typeof RemoveAddress>;

/** A pasted text such as `张三 13812345678 上海市徐汇区漕溪北路 1 号`. */
export const ReadAddress = z.object({ text: z.string().min(1).max(300) });
export type ReadAddress = z.output<typeof ReadAddress>;

/** What was recognised in a pasted text; what was not is empty. */
export const ReadAddressResult = z.object({
  name: z.string(),
  phone: z.string(),
  regionCode: z.string(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  detail: z.string(),
});

/** Provinces → cities → districts, for the area picker where the platform has none. */
export const Regions = z.object({
  provinces: z.array(z.tuple([z.string(), z.string()])),
  cities: z.array(z.tuple([z.string(), z.string()])),
  districts: z.array(z.tuple([z.string(), z.string()])),
});

export const Notice = z.object({
  noticeId: Id,
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  orderId: Id.nullable(),
  madeAt: Instant,
});

export const Nothing = z.object({});
export const Done = z.object({ done: z.literal(true) });
