import type { ColumnType } from 'kysely';

/** Rows of the guides room: stores and the people who work in them. */
export interface GuideTables {
  stores: {
    shopId: string;
    storeId: string;
    name: string;
    city: string;
    address: string;
    phone: string;
    hours: string;
    pictureUrl: string;
    position: number;
    open: boolean;
    /** What it promises within its city, as JSON; null when it brings nothing. */
    cityTerms: ColumnType<unknown, string | null | undefined, string | null>;
  };
  staff: {
    shopId: string;
    staffId: string;
    memberId: string;
    storeId: string;
    role: 'guide' | 'manager';
    name: string;
    title: string;
    greeting: string;
    avatarUrl: string;
    rateBp: number;
    joinedAt: number;
    leftAt: number | null;
  };
}
