/** Rows of the media room; instants in ms. */
export interface MediaTables {
  pictures: {
    shopId: string;
    pictureId: string;
    memberId: string;
    fileId: string;
    bytes: number;
    kind: 'jpeg' | 'png' | 'webp';
    purpose: 'after_sale' | 'review';
    state: 'waiting' | 'passed' | 'refused';
    traceId: string | null;
    tries: number;
    nextTryAt: number;
    addedAt: number;
    checkedAt: number | null;
  };
  /** `day` is `YYYY-MM-DD` in the shop's zone. */
  pictureDays: { shopId: string; memberId: string; day: string; pictures: number };
}
