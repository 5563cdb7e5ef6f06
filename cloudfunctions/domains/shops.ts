/** One brand; everything in the database belongs to one. */
export interface ShopTables {
  shops: {
    shopId: string;
    name: string;
    slogan: string;
    theme: string;
    offsetMinutes: number;
    settings: unknown;
    createdAt: number;
  };
}
