import type { Generated } from 'kysely';

/** Rows of the members room; instants in ms, sealed columns hold what platform/secret made. */
export interface MemberTables {
  members: {
    shopId: string;
    memberId: string;
    openid: string;
    nickname: string;
    avatarUrl: string;
    phoneSealed: string | null;
    phoneMask: string | null;
    /** `YYYY-MM-DD`. */
    birthday: Generated<string | null>;
    joinedAt: number;
    lastSeenAt: number;
  };
  addresses: {
    shopId: string;
    addressId: string;
    memberId: string;
    contactSealed: string;
    nameMask: string;
    phoneMask: string;
    province: string;
    city: string;
    district: string;
    regionCode: string;
    isDefault: boolean;
    removedAt: number | null;
    savedAt: number;
  };
  notices: {
    shopId: string;
    noticeId: string;
    memberId: string;
    kind: string;
    title: string;
    body: string;
    orderId: string | null;
    madeAt: number;
  };
  memberTags: { shopId: string; memberId: string; tag: string; madeAt: number };
}
