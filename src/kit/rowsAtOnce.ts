/** As many rows as one step of scrolling brings: what travels to the mini program's view stays small. */
export const rowsAtOnce = process.env.TARO_ENV === 'h5' ? 20 : 6;
