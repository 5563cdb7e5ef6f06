/** Removes what start-database made, and stops the server if it was ours. */
export default async function stopDatabase() {
  await globalThis.stopTestDatabase();
}
